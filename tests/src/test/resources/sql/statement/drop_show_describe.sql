-- DROP MODEL, SHOW MODELS, DESCRIBE MODEL.
--@ mask \d{4}-\d\d-\d\dT[0-9:.]+Z
--@ mask (?<=^created_by\t|^owner\t).+
--@ mask (?<=metadata producer.{0,20}\t).+

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx' COMMENT 'two prices, a cost';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE MODEL total USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> total	1	1

CREATE MODEL shop.total USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> shop.total	1	1

CREATE OR REPLACE MODEL total USING onnx LOCATION '${resources}/models/several.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> total	2	2

SHOW MODELS;
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	difference	1	none	onnx	two prices, a cost
--> default	efficientnet	1	classification	onnx	NULL
--> default	total	2	none	onnx	NULL
--> shop	total	1	none	onnx	NULL

SHOW MODELS LIKE 't*';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	total	2	none	onnx	NULL
--> shop	total	1	none	onnx	NULL

SHOW MODELS LIKE 'DIFF*|to%';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	difference	1	none	onnx	two prices, a cost
--> default	total	2	none	onnx	NULL
--> shop	total	1	none	onnx	NULL

-- However many wildcards, an answer comes at once.
SHOW MODELS LIKE '%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%d%%%%i%f%%%%%%%%%%%%%%%%%%%%z';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING

SHOW MODELS LIKE '%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%d%%%%i%f%%%%%%%%%%%%%%%%%%%%e';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	difference	1	none	onnx	two prices, a cost

SHOW MODELS 'total';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	total	2	none	onnx	NULL
--> shop	total	1	none	onnx	NULL

SHOW MODELS IN shop;
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> shop	total	1	none	onnx	NULL

SHOW MODELS FROM default LIKE 'none';
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING

SHOW MODELS IN nosuch;
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING

SHOW MODELS LIKE;
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near end of input: expected a text in quotes.

DESCRIBE MODEL difference;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	difference
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input price	FLOAT [N,1]
--> input cost	FLOAT [N,1]
--> output difference	FLOAT [N,1]
--> null	NULL in any input gives NULL; the model is not called
--> comment	two prices, a cost

DESC MODEL efficientnet;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	efficientnet
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	classification
--> input image	FLOAT [N,3,224,224]
--> output logits	FLOAT [N,1000]
--> preprocessing image	resize the shorter side to 256, crop the centre of 224 x 224; (pixel * 1 - 127) / 128; rgb
--> activation	softmax is applied (the graph ends without one)
--> null	NULL in any input gives NULL; the model is not called
--> labels	1000: tench, goldfish, great white shark, ...
--> options	resize = 256, crop = 224, scale = 1, mean = 127, std = 128

DESCRIBE MODEL EXTENDED total;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	total
--> namespace	default
--> version	2 (default)
--> provider	onnx
--> task	none
--> input x	FLOAT [N,2]
--> output doubled	FLOAT [N,2]
--> output total	FLOAT [N]
--> output outer	FLOAT [N,2,2]
--> null	NULL in any input gives NULL; the model is not called
--> source	${resources}/models/several.onnx
--> digest	63700791da7e18ca760d36710275f2c0bccd4fc7f27122328488e4ec2dc6f6f6
--> bytes	321
--> created_at	<masked>
--> created_by	<masked>
--> owner	<masked>
--> versions	1 (<masked>), 2 (<masked>)
--> metadata graph	several
--> metadata ir_version	8
--> metadata opset	17

DESCRIBE MODEL total VERSION 1;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	total
--> namespace	default
--> version	1
--> provider	onnx
--> task	none
--> input x	FLOAT [N,4]
--> output total	FLOAT [N]
--> null	NULL in any input gives NULL; the model is not called

DESCRIBE MODEL total VERSION 3;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'total@3'. The versions of 'total' are: 1, 2. SHOW MODELS lists the models there are.

DESCRIBE MODEL diference;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'diference'. Did you mean 'difference'? SHOW MODELS lists the models there are.

DESCRIBE MODEL total2;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'total2'. Did you mean 'total'? SHOW MODELS lists the models there are.

DROP MODEL total;
--: no columns

DROP MODEL total;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'total'. In another namespace there is 'shop.total'. SHOW MODELS lists the models there are.

DROP MODEL IF EXISTS total;
--: no columns

DESCRIBE MODEL total;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'total'. In another namespace there is 'shop.total'. SHOW MODELS lists the models there are.

DESCRIBE MODEL shop.total;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	total
--> namespace	shop
--> version	1 (default)
--> provider	onnx
--> task	none
--> input x	FLOAT [N,4]
--> output total	FLOAT [N]
--> null	NULL in any input gives NULL; the model is not called

DROP MODEL TOTAL;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'total'. In another namespace there is 'shop.total'. SHOW MODELS lists the models there are.

DROP MODEL shop.TOTAL;
--: no columns

DROP MODEL;
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near end of input: expected a name.

-- A table of that name is another thing.
CREATE TABLE model (difference INT) USING parquet;
--: no columns

DESCRIBE model;
--: col_name STRING NOT NULL, data_type STRING NOT NULL, comment STRING
--> difference          	int

DESCRIBE model difference;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	difference
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input price	FLOAT [N,1]
--> input cost	FLOAT [N,1]
--> output difference	FLOAT [N,1]
--> null	NULL in any input gives NULL; the model is not called
--> comment	two prices, a cost

DROP TABLE model;
--: no columns

DESCRIBE TABLE model;
--! [TABLE_OR_VIEW_NOT_FOUND] SQLSTATE 42P01
--! The table or view `model` cannot be found. Verify the spelling and correctness of the schema and catalog.
--! If you did not qualify the name with a schema, verify the current_schema() output, or qualify the name with the correct schema and catalog.
--! To tolerate the error on drop use DROP VIEW IF EXISTS or DROP TABLE IF EXISTS.
