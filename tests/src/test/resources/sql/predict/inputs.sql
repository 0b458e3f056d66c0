-- The ways to give a model its inputs, and what is refused.

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE MODEL total USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> total	1	1

CREATE MODEL reserved USING onnx LOCATION '${resources}/models/reserved.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> reserved	1	1

CREATE TEMPORARY VIEW sales AS SELECT * FROM VALUES (5F, 1F), (2F, 3F) AS t (price, cost);
--: no columns

CREATE TEMPORARY VIEW other AS SELECT * FROM VALUES (5, 1D, 'x'), (2, 3D, 'y') AS t (Cost, PRICE, word);
--: no columns

-- By the columns in scope, in any letter case and any clause
SELECT predict(difference) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference) AS d FROM other;
--: d FLOAT
--> -3.0
--> 4.0

SELECT price FROM sales WHERE predict(difference) > 2;
--: price FLOAT NOT NULL
--> 5.0

SELECT price FROM sales ORDER BY predict(difference);
--: price FLOAT NOT NULL
--> 2.0
--> 5.0

SELECT max(predict(difference)) AS d FROM sales;
--: d FLOAT
--> 9.0

SELECT price, cost FROM sales GROUP BY price, cost HAVING predict(difference) > 2;
--: price FLOAT NOT NULL, cost FLOAT NOT NULL
--> 5.0	1.0

SELECT predict('difference') AS d FROM sales AS s;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference) AS d FROM photos;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: no column in scope has the name of its input 'price'. Expected: (price FLOAT [N,1], cost FLOAT [N,1]). Given: (photo STRING, content BINARY). Name the columns: predict('difference', price => ..., cost => ...).

SELECT predict(difference) AS d FROM sales, other;
--! [AMBIGUOUS_REFERENCE] SQLSTATE 42704
--! Reference `price` is ambiguous, could be: [`other`.`price`, `sales`.`price`].

SELECT predict(difference) AS d;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: no column in scope has the name of its input 'price'. Expected: (price FLOAT [N,1], cost FLOAT [N,1]). Given: (). Name the columns: predict('difference', price => ..., cost => ...).

SELECT predict(difference) AS d FROM (SELECT struct(price, cost) AS s FROM sales);
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: no column in scope has the name of its input 'price'. Expected: (price FLOAT [N,1], cost FLOAT [N,1]). Given: (s STRUCT<price: FLOAT, cost: FLOAT>). Name the columns: predict('difference', price => ..., cost => ...).

-- By position
SELECT predict(difference, price, cost) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, price + 1, 1) AS d FROM sales;
--: d FLOAT
--> 11.0
--> 5.0

SELECT predict(difference, sales.price, sales.cost) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, cost, price) AS d FROM sales;
--! [MODEL_ARGUMENT_ORDER] SQLSTATE 42KD1
--! The columns given to the model 'difference' are its inputs in another order: expected (price, cost), given (cost, price). Write them in the model's order, or by name: price => price, cost => cost.

SELECT predict(difference, price) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: inputs are missing: it takes 2, given are 1. Expected: (price FLOAT, cost FLOAT). Given: (sales.price FLOAT). Give predict('difference', price => ..., cost => ...).

SELECT predict(difference, price, cost, 1) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: there are too many inputs: it takes 2, given are 3. Expected: (price FLOAT, cost FLOAT). Given: (sales.price FLOAT, sales.cost FLOAT, 1 INT). Give predict('difference', price => ..., cost => ...).

-- By name
SELECT predict(difference, cost => cost, price => price) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, COST => 1, price => 2) AS d;
--: d FLOAT
--> 3.0

SELECT predict(difference, price => price) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the input 'cost' is missing. Expected: (price FLOAT, cost FLOAT). Given: (price => sales.price FLOAT). Give predict('difference', price => ..., cost => ...).

SELECT predict(efficientnet, content => content) FROM photos;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: it has no input 'content'. Expected: (image an image (BINARY or image struct) or ARRAY<FLOAT>). Given: (content => photos.content BINARY). Give predict('efficientnet', image => ...).

SELECT predict(difference, price => price, cost => cost, tax => 1) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: it has no input 'tax'. Expected: (price FLOAT, cost FLOAT). Given: (price => sales.price FLOAT, cost => sales.cost FLOAT, tax => 1 INT). Surplus names are an error: leave them out.

SELECT predict(difference, price => price, price => cost) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the input 'price' is given twice. Expected: (price FLOAT, cost FLOAT). Given: (price => sales.price FLOAT, price => sales.cost FLOAT). Give it once.

SELECT predict(difference, price, cost => cost) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: some inputs are given by name and some by position. Expected: (price FLOAT, cost FLOAT). Given: (sales.price FLOAT, cost => sales.cost FLOAT). Name all of them or none.

SELECT predict(model => difference, price => price, cost => cost) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, price => price, cost => cost, version => 1) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: it has no input 'version'. Expected: (price FLOAT, cost FLOAT). Given: (price => sales.price FLOAT, cost => sales.cost FLOAT, version => 1 INT). The version belongs to the name, as in 'difference@1'.

SELECT try_predict(difference, price => price, cost => cost, on_error => 'struct') AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: it has no input 'on_error'. Expected: (price FLOAT, cost FLOAT). Given: (price => sales.price FLOAT, cost => sales.cost FLOAT, on_error => 'struct' STRING). Write predict(..., on_error => 'struct') to get the errors of rows that fail.

-- By the name that DESCRIBE FUNCTION gives to them all
SELECT predict(difference, inputs => struct(price, cost)) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, inputs => struct(price, cost), tax => 1) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: it has no input 'inputs'. Expected: (price FLOAT, cost FLOAT). Given: (inputs => struct(sales.price, sales.cost) STRUCT<price: FLOAT, cost: FLOAT>, tax => 1 INT). Give one struct of all inputs, or each by its own name.

-- By a struct's fields; extra fields are ignored
SELECT predict(difference, struct(cost, price)) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, struct(cost, price, word)) AS d FROM other;
--: d FLOAT
--> -3.0
--> 4.0

SELECT predict(difference, named_struct('price', 2, 'cost', 1)) AS d;
--: d FLOAT
--> 3.0

SELECT predict(difference, struct(price)) AS d FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the input 'cost' is missing. Expected: (price FLOAT, cost FLOAT). Given: (struct(sales.price) STRUCT<price: FLOAT>). Give predict('difference', price => ..., cost => ...).

SELECT predict(difference, s) AS d FROM (SELECT struct(*) AS s FROM sales);
--: d FLOAT
--> 1.0
--> 9.0

-- One tensor of k numbers: k columns, an array, any number type
SELECT predict(total, 1, 2, 3, 4) AS t;
--: t FLOAT
--> 10.0

SELECT predict(total, 1, 2L, 3.5BD, 4D) AS t;
--: t FLOAT
--> 10.5

SELECT predict(total, array(1, 2, 3, 4)) AS t;
--: t FLOAT
--> 10.0

SELECT predict(total, array(1D, 2D, 3D, 4D)) AS t;
--: t FLOAT
--> 10.0

SELECT predict(total, x => array(1F, 2F, 3F, 4F)) AS t;
--: t FLOAT
--> 10.0

SELECT predict(total) AS t FROM VALUES (array(1, 2, 3, 4)) AS v (x);
--: t FLOAT
--> 10.0

SELECT predict(total, 1, 2, 3) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: it takes 4 values or one ARRAY of 4, given are 3. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (1 INT, 2 INT, 3 INT). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(total, NULL) AS t;
--: t FLOAT
--> NULL

SELECT predict(total, 1) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: it takes 4 values or one ARRAY of 4, given is 1. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (1 INT). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(total, 1, 2, 3, 4, 5) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: it takes 4 values or one ARRAY of 4, given are 5. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (1 INT, 2 INT, 3 INT, 4 INT, 5 INT). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(total, '1', '2', '3', '4') AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: no element of its input 'x' can be of type STRING. Expected: (x ARRAY<FLOAT> of shape [4]). Given: ('1' STRING, '2' STRING, '3' STRING, '4' STRING). Cast or convert the value.

SELECT predict(total, array(1, 2), array(3, 4)) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: no element of its input 'x' can be of type ARRAY<INT>. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (array(1, 2) ARRAY<INT>, array(3, 4) ARRAY<INT>). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(total, array(1, 2, 3)) AS t;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' has 3 elements where the model takes 4. Correct the row, or use try_predict to get NULL for it.

SELECT try_predict(total, array(1, 2, 3)) AS t;
--: t FLOAT
--> NULL

SELECT predict(total, n) AS t FROM VALUES (array(1, 2, 3, 4)), (array(1, 2)) AS v (n);
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' has 2 elements where the model takes 4. Correct the row, or use try_predict to get NULL for it.

SELECT try_predict(total, n) AS t FROM VALUES (array(1, 2, 3, 4)), (array(1, 2)) AS v (n);
--: t FLOAT
--> 10.0
--> NULL

-- Types
SELECT predict(difference, 'a', 1) AS d;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the input 'price' cannot be of type STRING. Expected: (price FLOAT, cost FLOAT). Given: ('a' STRING, 1 INT). Cast or convert the value.

SELECT predict(difference, true, 1) AS d;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the input 'price' cannot be of type BOOLEAN. Expected: (price FLOAT, cost FLOAT). Given: (true BOOLEAN, 1 INT). Cast or convert the value.

SELECT predict(difference, array(1), 1) AS d;
--: d FLOAT
--> 1.0

SELECT predict(difference, DATE '2024-01-01', 1) AS d;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the input 'price' cannot be of type DATE. Expected: (price FLOAT, cost FLOAT). Given: (DATE '2024-01-01' DATE, 1 INT). Cast or convert the value.

SELECT predict(total, 'a') AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: the input 'x' cannot be of type STRING. Expected: (x ARRAY<FLOAT> of shape [4]). Given: ('a' STRING). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(efficientnet, 'dog.jpg') AS p;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: the input 'image' cannot be of type STRING. Expected: (image an image (BINARY or image struct) or ARRAY<FLOAT>). Given: ('dog.jpg' STRING). A path is not read here: take the content that Spark's binaryFile reads.

SELECT predict(efficientnet, photo) AS p FROM photos;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: the input 'image' cannot be of type STRING. Expected: (image an image (BINARY or image struct) or ARRAY<FLOAT>). Given: (photos.photo STRING). A path is not read here: take the content that Spark's binaryFile reads.

SELECT predict(efficientnet) AS p FROM photos;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: no column in scope has the name of its input 'image'. Expected: (image FLOAT [N,3,224,224]). Given: (photo STRING, content BINARY). Name the columns: predict('efficientnet', image => ...).

SELECT predict(efficientnet, 1, 2) AS p;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: there are too many inputs: it takes 1, given are 2. Expected: (image an image (BINARY or image struct) or ARRAY<FLOAT>). Given: (1 INT, 2 INT). Give predict('efficientnet', image => ...).

-- An input with an option's name
SELECT predict(reserved, top_k => 1, x => 2) AS y;
--! [MODEL_ARGUMENT_RESERVED] SQLSTATE 42KD2
--! The model 'reserved' has an input named 'top_k', which is also an option of predict. Give the inputs in a struct: predict('reserved', struct(... AS top_k, ... AS x)).

SELECT predict(reserved, top_k => price, x => cost) AS y FROM sales;
--! [MODEL_ARGUMENT_RESERVED] SQLSTATE 42KD2
--! The model 'reserved' has an input named 'top_k', which is also an option of predict. Give the inputs in a struct: predict('reserved', struct(... AS top_k, ... AS x)).

SELECT predict(reserved) AS y FROM (SELECT price AS top_k, cost AS x FROM sales);
--! [MODEL_ARGUMENT_RESERVED] SQLSTATE 42KD2
--! The model 'reserved' has an input named 'top_k', which is also an option of predict. Give the inputs in a struct: predict('reserved', struct(... AS top_k, ... AS x)).

SELECT predict(reserved, top_k => 1) AS y FROM (SELECT cost AS x FROM sales);
--! [MODEL_ARGUMENT_RESERVED] SQLSTATE 42KD2
--! The model 'reserved' has an input named 'top_k', which is also an option of predict. Give the inputs in a struct: predict('reserved', struct(... AS top_k, ... AS x)).

SELECT predict(reserved, on_error => 'null') AS y FROM sales;
--! [MODEL_ARGUMENT_RESERVED] SQLSTATE 42KD2
--! The model 'reserved' has an input named 'top_k', which is also an option of predict. Give the inputs in a struct: predict('reserved', struct(... AS top_k, ... AS x)).

SELECT predict(reserved, struct(top_k, x)) AS y FROM (SELECT price AS top_k, cost AS x FROM sales);
--: y FLOAT
--> 5.0
--> 6.0

SELECT predict(reserved, struct(1 AS top_k, 2 AS x)) AS y;
--: y FLOAT
--> 3.0

SELECT predict(reserved, 1, 2) AS y;
--: y FLOAT
--> 3.0

-- Options
SELECT predict(efficientnet, content, topk => 2) AS p FROM photos;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: it has no input 'topk'. Expected: (image an image (BINARY or image struct) or ARRAY<FLOAT>). Given: (photos.content BINARY, topk => 2 INT). Did you mean 'top_k'?

SELECT predict(efficientnet, content, top_k => 0) AS p FROM photos;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'top_k' of 'predict' cannot be 0. It takes a whole number from 1 up.

SELECT predict(efficientnet, content, top_k => length(photo)) AS p FROM photos;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'top_k' of 'predict' is not constant: length(photos.photo). Options are the same for all rows: give a literal.

SELECT predict(efficientnet, content, top_k => '2') AS p FROM photos;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'top_k' of 'predict' cannot be the text '2'. It takes a whole number from 1 up.

SELECT predict(difference, price, cost, top_k => 2) AS d FROM sales;
--! [MODEL_TASK_MISMATCH] SQLSTATE 42KD8
--! predict does not work with the model 'difference': top_k needs a classifier. Create the model with the option labels (one for each class), or task = 'classification'.

SELECT predict(difference, price, cost, on_error => 'ignore') AS d FROM sales;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'on_error' of 'predict' cannot be 'ignore'. It takes one of 'fail', 'null', 'struct'.

SELECT predict(difference, price, cost, on_error => NULL) AS d FROM sales;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'on_error' of 'predict' cannot be NULL. It takes one of 'fail', 'null', 'struct'.

SELECT predict(difference, price, cost, on_error => CAST(NULL AS STRING)) AS d FROM sales;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'on_error' of 'predict' cannot be NULL. It takes one of 'fail', 'null', 'struct'.

-- NULL is the default of the other options
SELECT predict(difference, price, cost, top_k => NULL, output => NULL, device => NULL, batch_size => NULL) AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict(difference, price, cost, device => 'npu') AS d FROM sales;
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'device' cannot be 'npu'. It takes 'cpu', 'cuda' or 'cuda:1'.

SELECT predict(difference, price, cost, batch_size => 0) AS d FROM sales;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'batch_size' of 'predict' cannot be 0. It takes a whole number from 1 to 8192.

SELECT predict(difference, price, cost, batch_size => 1, device => 'cpu', on_error => 'FAIL') AS d FROM sales;
--: d FLOAT
--> 1.0
--> 9.0

SELECT predict() AS d;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'model' of 'predict' is missing. Write predict(my_model, column, ...).

-- By name and by struct in WHERE
SELECT price FROM sales WHERE predict(difference, cost => cost, price => price) > 2;
--: price FLOAT NOT NULL
--> 5.0

SELECT price FROM sales WHERE predict(difference, struct(cost, price)) > 2;
--: price FLOAT NOT NULL
--> 5.0

-- A misspelt option looks like an input
SELECT predict(difference, price, cost, topk => 3) FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: it has no input 'topk'. Expected: (price FLOAT, cost FLOAT). Given: (sales.price FLOAT, sales.cost FLOAT, topk => 3 INT). Did you mean 'top_k'?

-- A tensor of one value a row takes it as an array as well
SELECT predict(difference, array(5), 1) AS d, predict(difference, price => 5, cost => array(1D)) AS e;
--: d FLOAT, e FLOAT
--> 9.0	9.0

SELECT predict(difference, array(5, 6), 1) AS d;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'price' has 2 elements where the model takes 1. Correct the row, or use try_predict to get NULL for it.

-- Two fields of a struct with one name
SELECT predict(difference, struct(l.*, r.*)) AS d FROM sales AS l, sales AS r;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the struct has several fields 'price'. Expected: (price FLOAT, cost FLOAT). Given: (struct(l.price, l.cost, r.price, r.cost) STRUCT<price: FLOAT, cost: FLOAT, price: FLOAT, cost: FLOAT>). Give it once.

SELECT predict(difference, named_struct('price', 1, 'PRICE', 2, 'cost', 3)) AS d;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'difference' does not take these inputs: the struct has several fields 'price'. Expected: (price FLOAT, cost FLOAT). Given: (named_struct('price', 1, 'PRICE', 2, 'cost', 3) STRUCT<price: INT, PRICE: INT, cost: INT>). Give it once.

SELECT predict(difference, named_struct('price', 1, 'cost', 3, 'word', 'a', 'word', 'b')) AS d;
--: d FLOAT
--> -1.0

-- One tensor for all: its values have no names
SELECT predict(total, a => 1, b => 2, c => 3, d => 4) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: it has no input 'a'. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (a => 1 INT, b => 2 INT, c => 3 INT, d => 4 INT). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(total, a => 1, x => 2) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: it has no input 'a'. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (a => 1 INT, x => 2 INT). Surplus names are an error: leave them out.

SELECT predict(total, struct(price, cost)) AS t FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: the input 'x' is missing. Expected: (x ARRAY<FLOAT> of shape [4]). Given: (struct(sales.price, sales.cost) STRUCT<price: FLOAT, cost: FLOAT>). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

SELECT predict(total) AS t FROM sales;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'total' does not take these inputs: no column in scope has the name of its input 'x'. Expected: (x FLOAT [N,4]). Given: (price FLOAT, cost FLOAT). Give its 4 values by position, predict('total', c1, c2, c3, c4), or as one ARRAY.

-- Shapes that are left open
CREATE MODEL open_row USING onnx LOCATION '${resources}/models/open_row.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> open_row	1	1

CREATE MODEL open_image USING onnx LOCATION '${resources}/models/open_image.onnx' OPTIONS (resize = '32', crop = '32');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> open_image	1	1

CREATE MODEL two_texts USING onnx LOCATION '${resources}/models/two_texts.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> two_texts	1	1

SELECT predict(open_row, array(1F, 2F)) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'open_row' does not take these inputs: its input 'x' leaves its shape open: [N,N]. Expected: (x FLOAT [N,N]). Given: (array(CAST('1.0' AS FLOAT), CAST('2.0' AS FLOAT)) ARRAY<FLOAT>). Export the model with fixed dimensions but the first.

SELECT predict(open_row, 1, 2) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'open_row' does not take these inputs: its input 'x' leaves its shape open: [N,N]. Expected: (x FLOAT [N,N]). Given: (1 INT, 2 INT). Export the model with fixed dimensions but the first.

SELECT predict(open_image, array_repeat(0F, 3072)) AS p;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'open_image' does not take these inputs: the input 'image' cannot be of type ARRAY<FLOAT>. Expected: (image an image (BINARY or image struct)). Given: (array_repeat(CAST('0.0' AS FLOAT), 3072) ARRAY<FLOAT>). Cast or convert the value.

SELECT size(predict(open_image, content)) AS n FROM photos WHERE photo = 'hen.jpg';
--: n INT NOT NULL
--> 3

SELECT predict(two_texts, 'a', 'b') AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'two_texts' does not take these inputs: its input 's' takes several texts a row: [N,2]. Expected: (s ARRAY<STRING> of shape [2]). Given: ('a' STRING, 'b' STRING). Export the model with an input for each text.
