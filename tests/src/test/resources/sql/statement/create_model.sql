-- CREATE MODEL: the forms that work, and what each answers.

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

SELECT predict('difference', 5.0F, 1.0F) AS answer;
--: answer FLOAT
--> 9.0

-- Clauses in another order, FROM for LOCATION, WITH for OPTIONS, any letter case, a comment.
create model Colours comment 'the strongest colour' with (LABELS '${resources}/models/colours.txt') from '${resources}/models/tiny_image.onnx' using ONNX;
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> colours	1	1

SHOW MODELS LIKE 'colours';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	colours	1	classification	onnx	the strongest colour

-- IF NOT EXISTS keeps what is there and does not even look at the file.
CREATE MODEL IF NOT EXISTS difference USING onnx LOCATION '${work}/nosuch.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

-- OR REPLACE adds a version, which becomes the default.
CREATE OR REPLACE MODEL difference USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	2	2

SELECT predict('difference', array(1.0F, 2.0F, 3.0F, 4.0F)) AS answer;
--: answer FLOAT
--> 10.0

-- A file: URI is a location, too; names may be quoted and belong to a namespace.
CREATE MODEL shop.`Total 1` USING onnx LOCATION 'file:${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> shop.total 1	1	1

SHOW MODELS IN shop;
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> shop	total 1	1	none	onnx	NULL

SELECT predict('shop.total 1', array(1.0F, 2.0F, 3.0F, 4.0F)) AS answer;
--: answer FLOAT
--> 10.0

-- Labels as a list; a digest that is checked.
CREATE MODEL listed USING onnx LOCATION '${resources}/models/tiny_image.onnx'
OPTIONS (labels = array('r', 'g', 'b'), scale = 1, task = 'classification');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> listed	1	1

DESCRIBE MODEL listed;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	listed
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	classification
--> input image	FLOAT [N,3,32,32]
--> output logits	FLOAT [N,3]
--> preprocessing image	resize the shorter side to 32, crop the centre of 32 x 32; (pixel * 1 - 0) / 1; rgb
--> activation	softmax is applied (the graph ends without one)
--> null	NULL in any input gives NULL; the model is not called
--> labels	3: r, g, b
--> options	scale = 1, task = classification

CREATE MODEL checked USING onnx LOCATION '${resources}/models/total.onnx'
OPTIONS (sha256 = '0000000000000000000000000000000000000000000000000000000000000000');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'sha256' is '0000000000000000000000000000000000000000000000000000000000000000', but the file at '${resources}/models/total.onnx' has 'ee924b96fbbce4d43ccac9eb786c922d27f36cb513615410f2769ea78d26f335'. Check where the file comes from, then correct the digest or the location.

-- Labels from a table: by number, or in the order of a view that ends in ORDER BY.
CREATE TABLE names (id INT, name STRING) USING parquet;
--: no columns

INSERT INTO names VALUES (0, 'red');
--: no columns

CREATE MODEL from_table USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'names');
--! [MODEL_LABELS_MISMATCH] SQLSTATE 22KD5
--! The labels of the model are 1, but its output 'logits' has 3 values a row. Give one label for each value, in the order of the output.

INSERT INTO names SELECT * FROM VALUES (2, 'blue'), (1, 'green');
--: no columns

CREATE MODEL from_table USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'names');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> from_table	1	1

DESCRIBE MODEL from_table;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	from_table
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	classification
--> input image	FLOAT [N,3,32,32]
--> output logits	FLOAT [N,3]
--> preprocessing image	resize the shorter side to 32, crop the centre of 32 x 32; (pixel * 0.003921569 - 0) / 1; rgb
--> activation	softmax is applied (the graph ends without one)
--> null	NULL in any input gives NULL; the model is not called
--> labels	3: red, green, blue

CREATE TEMPORARY VIEW backwards AS SELECT name FROM names ORDER BY id DESC;
--: no columns

CREATE OR REPLACE MODEL from_table USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'backwards');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> from_table	2	2

DESCRIBE MODEL from_table;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	from_table
--> namespace	default
--> version	2 (default)
--> provider	onnx
--> task	classification
--> input image	FLOAT [N,3,32,32]
--> output logits	FLOAT [N,3]
--> preprocessing image	resize the shorter side to 32, crop the centre of 32 x 32; (pixel * 0.003921569 - 0) / 1; rgb
--> activation	softmax is applied (the graph ends without one)
--> null	NULL in any input gives NULL; the model is not called
--> labels	3: blue, green, red

-- The registry has its own copy: what happened to the file does not matter. A semicolon more is fine.
DROP MODEL difference;
--: no columns

;

SELECT predict('difference', 5.0F, 1.0F) AS answer;
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near ';'.
