-- Which model a call means: bare and quoted names, columns of that name, versions, the model's own name.

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE MODEL shop.total USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> shop.total	1	1

CREATE MODEL `it's "one"` USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> it's "one"	1	1

CREATE MODEL upper USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> upper	1	1

CREATE TEMPORARY VIEW sales AS SELECT * FROM VALUES (5F, 1F) AS t (price, cost);
--: no columns

SELECT predict(difference, 5, 1) AS a, predict(`difference`, 5, 1) AS b, predict('difference', 5, 1) AS c, PREDICT(Difference, 5, 1) AS d, predict("DIFFERENCE", 5, 1) AS e;
--: a FLOAT, b FLOAT, c FLOAT, d FLOAT, e FLOAT
--> 9.0	9.0	9.0	9.0	9.0

SELECT predict(shop.total, 1, 2, 3, 4) AS a, predict('shop.total', 1, 2, 3, 4) AS b;
--: a FLOAT, b FLOAT
--> 10.0	10.0

SELECT predict('it\'s "one"', 1, 2, 3, 4) AS a, predict(`it's "one"`, 1, 2, 3, 4) AS b;
--: a FLOAT, b FLOAT
--> 10.0	10.0

SELECT predict('upper', 1, 2, 3, 4) AS a, predict(upper, 1, 2, 3, 4) AS b, upper('x') AS c;
--: a FLOAT, b FLOAT, c STRING NOT NULL
--> 10.0	10.0	X

-- Names that are not there
SELECT predict(diference, 5, 1) AS d;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'diference'. Did you mean 'difference'? SHOW MODELS lists the models there are.

SELECT predict('total', 1, 2, 3, 4) AS d;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'total'. In another namespace there is 'shop.total'. SHOW MODELS lists the models there are.

SELECT predict(nosuch.total, 1, 2, 3, 4) AS d;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'nosuch.total'. In another namespace there is 'shop.total'. SHOW MODELS lists the models there are.

SELECT predict('', 5, 1) AS d;
--! [MODEL_NAME_INVALID] SQLSTATE 42602
--! '' cannot be the name of a model: it is empty. Take 1 to 128 characters without '@', '.' and control characters.

SELECT predict(NULL, 5, 1) AS d;
--! [MODEL_NAME_NOT_CONSTANT] SQLSTATE 42KD3
--! The model given to predict is the expression 'NULL', which is no constant text. The name of a model comes first, quoted or bare: predict(my_model, ...).

SELECT predict(7, 5, 1) AS d;
--! [MODEL_NAME_NOT_CONSTANT] SQLSTATE 42KD3
--! The model given to predict is the expression '7', which is no constant text. The name of a model comes first, quoted or bare: predict(my_model, ...).

SELECT predict('a' || 'b', 5, 1) AS d;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'ab'. No name is similar. SHOW MODELS lists the models there are.

-- A column of that name
SELECT predict(difference, 5, 1) AS d FROM VALUES (1) AS t (difference);
--! [AMBIGUOUS_MODEL_REFERENCE] SQLSTATE 42702
--! 'difference' is both a column in scope and a model. Quote the model, as in predict('difference', ...); a column cannot name one.

SELECT predict('difference', 5, 1) AS d FROM VALUES (1) AS t (difference);
--: d FLOAT
--> 9.0

SELECT predict(which, 5, 1) AS d FROM VALUES ('difference') AS t (which);
--! [MODEL_NAME_NOT_CONSTANT] SQLSTATE 42KD3
--! The model given to predict is the expression 't.which', which is no constant text. The name of a model comes first, quoted or bare: predict(my_model, ...).

-- The model behind a column
SELECT predict(x, difference) AS d FROM VALUES (5) AS t (x);
--! [MODEL_NAME_NOT_CONSTANT] SQLSTATE 42KD3
--! The model given to predict is the expression 'x', which is no constant text. The name of a model comes first, quoted or bare: predict(my_model, ...).

SELECT predict(x, difference, nothing) AS d FROM VALUES (5) AS t (x);
--! [MODEL_NAME_NOT_CONSTANT] SQLSTATE 42KD3
--! The model given to predict is the expression 'x', which is no constant text. The name of a model comes first, quoted or bare: predict(my_model, ...).

SELECT predict(t.difference, 5, 1) AS d FROM VALUES ('difference') AS t (difference);
--! [AMBIGUOUS_MODEL_REFERENCE] SQLSTATE 42702
--! 'difference' is both a column in scope and a model. Quote the model, as in predict('difference', ...); a column cannot name one.

-- Versions and aliases are a later version's
SELECT predict('difference@1', 5, 1) AS d;
--: d FLOAT
--> 9.0

SELECT predict('difference@champion', 5, 1) AS d;
--! [MODEL_NOT_FOUND] SQLSTATE 42704
--! There is no model 'difference@champion'. The versions of 'difference' are: 1. SHOW MODELS lists the models there are.

-- By its own name
SELECT difference(price, cost) AS d FROM sales;
--: d FLOAT
--> 9.0

SELECT difference(5, 1) AS a, DIFFERENCE(cost => 1, price => 5) AS b;
--: a FLOAT, b FLOAT
--> 9.0	9.0

SELECT price FROM sales WHERE difference(price, cost) > 2;
--: price FLOAT NOT NULL
--> 5.0

WITH s AS (SELECT difference(price, cost) AS d FROM sales) SELECT * FROM s;
--: d FLOAT
--> 9.0

SELECT (SELECT max(difference(price, cost)) FROM sales) AS d;
--: d FLOAT
--> 9.0

SELECT efficientnet(content).label FROM photos WHERE photo = 'dog.jpg';
--: `predict(efficientnet, content).label` STRING
--> German shepherd

SELECT shop.total(1, 2, 3, 4) AS t;
--: t FLOAT
--> 10.0

SELECT nosuch(price, cost) AS d FROM sales;
--! [UNRESOLVED_ROUTINE] SQLSTATE 42883
--! Cannot resolve function `nosuch` on search path [`system`.`builtin`, `system`.`session`, `spark_catalog`.`script`].

SELECT upper('abc') AS u;
--: u STRING NOT NULL
--> ABC

CREATE TEMPORARY VIEW own AS SELECT difference(price, cost) AS d FROM sales;
--: no columns

SELECT * FROM own;
--: d FLOAT
--> 9.0

-- Options may stand before the model
SELECT predict(output => 'difference', difference, 5, 1) AS a, predict(output => 'difference', model => difference, price => 5, cost => 1) AS b;
--: a FLOAT, b FLOAT
--> 9.0	9.0

SELECT price FROM sales WHERE predict(model => difference, inputs => struct(*)) > 0;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument '*' of 'predict' stands where Spark expands no star, which it does in SELECT alone. Write predict('difference') to take the columns that have the names of its inputs, or call it in the SELECT of a subquery.
