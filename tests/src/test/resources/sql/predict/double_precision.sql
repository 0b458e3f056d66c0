-- A classifier that computes in double: probabilities and scores are DOUBLE, never rounded to FLOAT. The model is
-- scikit-learn's logistic regression on its iris data; IrisReferenceTest compares it with scikit-learn itself.
-- The processor's order of additions and its exponentials move the last of a double's 16 digits.
--@ tolerance 1e-12

CREATE MODEL iris USING onnx LOCATION '${resources}/models/iris_double.onnx' OPTIONS (labels = array('setosa', 'versicolor', 'virginica'));
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> iris	1	1

DESCRIBE MODEL iris;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	iris
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	classification
--> input X	DOUBLE [N,4]
--> output label	STRING [N]
--> output probabilities	DOUBLE [N,3]
--> activation	none (the graph ends with softmax)
--> null	NULL in any input gives NULL; the model is not called
--> labels	3: setosa, versicolor, virginica

SELECT predict_proba(iris, 5.1, 3.5, 1.4, 0.2) AS p;
--: p MAP<STRING, DOUBLE>
--> {"setosa":0.9815728587099115,"versicolor":0.018427126508941915,"virginica":1.4781146496897648E-8}

SELECT predict_proba(iris, 5.1, 3.5, 1.4, 0.2)['setosa'] AS p, typeof(predict_proba(iris, 5.1, 3.5, 1.4, 0.2)['setosa']) AS type;
--: p DOUBLE, type STRING NOT NULL
--> 0.9815728587099115	double

-- The column of a class has the name that Spark gives to a map's value, and so two of them have two
CREATE TABLE picked USING parquet AS
SELECT predict_proba(iris, array(5, 3, 1, 0))['setosa'], predict_proba(iris, array(5, 3, 1, 0)).virginica;
--: no columns

SELECT * FROM picked;
--: `predict_proba(iris, array(5, 3, 1, 0))[setosa]` DOUBLE, `predict_proba(iris, array(5, 3, 1, 0))[virginica]` DOUBLE
--> 0.9875914262529656	2.1514372490513505E-9

SELECT predict(iris, 5.1, 3.5, 1.4, 0.2) AS p, predict(iris, 5.1, 3.5, 1.4, 0.2, top_k => 2) AS best;
--: p STRUCT<label: STRING, score: DOUBLE>, best ARRAY<STRUCT<label: STRING, score: DOUBLE>>
--> {"label":"setosa","score":0.9815728587099115}	[{"label":"setosa","score":0.9815728587099115},{"label":"versicolor","score":0.018427126508941915}]

SELECT predict(iris, 5.1, 3.5, 1.4, 0.2, output => 'probabilities') AS p;
--: p ARRAY<DOUBLE>
--> [0.9815728587099115,0.018427126508941915,1.4781146496897648E-8]

-- What predict says of the winner is what predict_proba says of it, to the last bit
SELECT predict(iris, x).score = predict_proba(iris, x)[predict(iris, x).label] AS same
FROM VALUES (array(5.1D, 3.5D, 1.4D, 0.2D)), (array(6.0D, 2.2D, 4.0D, 1.0D)) AS t (x);
--: same BOOLEAN
--> true
--> true

-- NULL and failed rows have the same types
SELECT predict_proba(iris, CAST(NULL AS ARRAY<DOUBLE>)) AS p, try_predict(iris, array(5.1, NULL, 1.4, 0.2)) AS q;
--: p MAP<STRING, DOUBLE>, q STRUCT<label: STRING, score: DOUBLE>
--> NULL	NULL

SELECT predict_proba(iris, 5.1, 3.5, 1.4, 0.2)['rose'] AS p;
--! [MODEL_LABEL_NOT_FOUND] SQLSTATE 42KD9
--! The model 'iris' has no class 'rose'. Its labels are 'setosa', 'versicolor', 'virginica'.

-- A number picks the class whose label has its digits, never one by position
CREATE MODEL digits USING onnx LOCATION '${resources}/models/iris_double.onnx' OPTIONS (labels = array('7', '8', '9'));
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> digits	1	1

SELECT round(p['7'], 4) AS a, round(predict_proba(digits, x)['7'], 4) AS b, round(predict_proba(digits, x)[7], 4) AS c, predict_proba(digits, x)[NULL] AS d
FROM (SELECT x, predict_proba(digits, x) AS p FROM VALUES (array(5.1D, 3.5D, 1.4D, 0.2D)) AS t (x));
--: a DOUBLE, b DOUBLE, c DOUBLE, d DOUBLE
--> 0.9816	0.9816	0.9816	NULL

SELECT predict_proba(digits, 5.1, 3.5, 1.4, 0.2)[0] AS p;
--! [MODEL_LABEL_NOT_FOUND] SQLSTATE 42KD9
--! The model 'digits' has no class '0'. Its labels are '7', '8', '9'.

SELECT predict_proba(digits, 5.1, 3.5, 1.4, 0.2)[7.0] AS p;
--! [MODEL_LABEL_NOT_FOUND] SQLSTATE 42KD9
--! The model 'digits' has no class '7.0'. Its labels are '7', '8', '9'.
