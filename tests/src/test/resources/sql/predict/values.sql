-- Types, NULL, several outputs, fixed batches.

CREATE MODEL types USING onnx LOCATION '${resources}/models/types.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> types	1	1

CREATE MODEL several USING onnx LOCATION '${resources}/models/several.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> several	1	1

CREATE MODEL fixed USING onnx LOCATION '${resources}/models/fixed_batch.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> fixed	1	1

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE MODEL total USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> total	1	1

CREATE MODEL iris USING onnx LOCATION '${resources}/models/iris.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> iris	1	1

CREATE MODEL zipmap USING onnx LOCATION '${resources}/models/iris_zipmap.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> zipmap	1	1

-- Each type comes back as it went in; no integer passes through a float
SELECT predict(types, 1.5F, 2.5D, 2147483647, 9007199254740993, true, 'ü€') AS t;
--: t STRUCT<f_out: FLOAT, d_out: DOUBLE, i_out: INT, l_out: BIGINT, b_out: BOOLEAN, s_out: STRING>
--> {"f_out":1.5,"d_out":2.5,"i_out":2147483647,"l_out":9007199254740993,"b_out":true,"s_out":"ü€"}

SELECT predict(types, 1.5F, 2.5D, 1, 2, true, 'a😀') AS t;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 's_in' has the character U+1F600, which models do not get whole. Correct the row, or use try_predict to get NULL for it.

SELECT try_predict(types, 1.5F, 2.5D, 1, 2, true, 'a😀', output => 's_out') AS t;
--: t STRING
--> NULL

SELECT predict(types, 0.1F, 0.1D, -2147483648, -9223372036854775808, false, '') AS t;
--: t STRUCT<f_out: FLOAT, d_out: DOUBLE, i_out: INT, l_out: BIGINT, b_out: BOOLEAN, s_out: STRING>
--> {"f_out":0.1,"d_out":0.1,"i_out":-2147483648,"l_out":-9223372036854775808,"b_out":false,"s_out":""}

SELECT predict(types, 1.5F, 2.5D, 1, 2, true, 'x', output => 'l_out') AS l;
--: l BIGINT
--> 2

SELECT predict(types, 1.5F, 2.5D, 1, 2, true, 'x', output => 's_out') AS s;
--: s STRING
--> x

SELECT predict(types, float('NaN'), double('infinity'), 1, 2, true, 'x') AS t;
--: t STRUCT<f_out: FLOAT, d_out: DOUBLE, i_out: INT, l_out: BIGINT, b_out: BOOLEAN, s_out: STRING>
--> {"f_out":NaN,"d_out":Infinity,"i_out":1,"l_out":2,"b_out":true,"s_out":"x"}

SELECT predict(types, 1.5F, 2.5D, 3000000000, 2, true, 'x') AS t;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'i_in' is 3000000000, outside of -2147483648 to 2147483647. Correct the row, or use try_predict to get NULL for it.

SELECT predict(types, 1.5F, 2.5D, 1.5, 2, true, 'x') AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'types' does not take these inputs: the input 'i_in' cannot be of type DECIMAL(2,1). Expected: (f_in FLOAT, d_in DOUBLE, i_in INT, l_in BIGINT, b_in BOOLEAN, s_in STRING). Given: (CAST('1.5' AS FLOAT) FLOAT, 2.5D DOUBLE, 1.5BD DECIMAL(2,1), 2 INT, true BOOLEAN, 'x' STRING). Cast or convert the value.

SELECT predict(types, 1.5F, 2.5D, 1, 2, 1, 'x') AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'types' does not take these inputs: the input 'b_in' cannot be of type INT. Expected: (f_in FLOAT, d_in DOUBLE, i_in INT, l_in BIGINT, b_in BOOLEAN, s_in STRING). Given: (CAST('1.5' AS FLOAT) FLOAT, 2.5D DOUBLE, 1 INT, 2 INT, 1 INT, 'x' STRING). Cast or convert the value.

SELECT predict(types, 1.5F, 2.5D, 1, 2, true, 7) AS t;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'types' does not take these inputs: the input 's_in' cannot be of type INT. Expected: (f_in FLOAT, d_in DOUBLE, i_in INT, l_in BIGINT, b_in BOOLEAN, s_in STRING). Given: (CAST('1.5' AS FLOAT) FLOAT, 2.5D DOUBLE, 1 INT, 2 INT, true BOOLEAN, 7 INT). Cast or convert the value.

DESCRIBE MODEL types;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	types
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input f_in	FLOAT [N]
--> input d_in	DOUBLE [N]
--> input i_in	INT32 [N]
--> input l_in	INT64 [N]
--> input b_in	BOOL [N]
--> input s_in	STRING [N]
--> output f_out	FLOAT [N]
--> output d_out	DOUBLE [N]
--> output i_out	INT32 [N]
--> output l_out	INT64 [N]
--> output b_out	BOOL [N]
--> output s_out	STRING [N]
--> null	NULL in any input gives NULL; the model is not called

-- NULL in, NULL out: of several inputs one is enough
SELECT price, predict(difference, price, 1) AS d FROM VALUES (1), (NULL), (3) AS t (price);
--: price INT, d FLOAT
--> 1	1.0
--> 3	5.0
--> NULL	NULL

SELECT predict(difference, NULL, 1) AS d, predict(difference, 1, CAST(NULL AS FLOAT)) AS e;
--: d FLOAT, e FLOAT
--> NULL	NULL

SELECT predict(total, x) AS t FROM VALUES (array(1F, 2F, 3F, 4F)), (NULL) AS v (x);
--: t FLOAT
--> 10.0
--> NULL

SELECT predict(total, array(1F, NULL, 3F, 4F)) AS t;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' has a NULL element at position 1. Correct the row, or use try_predict to get NULL for it.

SELECT try_predict(total, array(1F, NULL, 3F, 4F)) AS t;
--: t FLOAT
--> NULL

SELECT predict(difference, s) AS d FROM VALUES (named_struct('price', 1F, 'cost', 2F)), (NULL) AS v (s);
--: d FLOAT
--> 0.0
--> NULL

SELECT predict(types, 1F, 2D, 3, 4, true, CAST(NULL AS STRING)) AS t;
--: t STRUCT<f_out: FLOAT, d_out: DOUBLE, i_out: INT, l_out: BIGINT, b_out: BOOLEAN, s_out: STRING>
--> NULL

SELECT predict(efficientnet, CAST(NULL AS BINARY)) AS p, predict_proba(efficientnet, CAST(NULL AS BINARY)) AS q;
--: p STRUCT<label: STRING, score: FLOAT>, q MAP<STRING, FLOAT>
--> NULL	NULL

SELECT predict(efficientnet, CAST(NULL AS BINARY), top_k => 2) AS p, predict(efficientnet, CAST(NULL AS BINARY), on_error => 'struct') AS q;
--: p ARRAY<STRUCT<label: STRING, score: FLOAT>>, q STRUCT<result: STRUCT<label: STRING, score: FLOAT>, error: STRING>
--> NULL	{"result":null,"error":null}

-- Several outputs make a struct; shapes are told in DESCRIBE
SELECT predict(several, array(1F, 2F)) AS s;
--: s STRUCT<doubled: ARRAY<FLOAT>, total: FLOAT, outer: ARRAY<FLOAT>>
--> {"doubled":[2.0,4.0],"total":3.0,"outer":[1.0,2.0,2.0,4.0]}

SELECT predict(several, 1, 2).total AS t;
--: t FLOAT
--> 3.0

SELECT predict(several, 1, 2, output => 'outer') AS o;
--: o ARRAY<FLOAT>
--> [1.0,2.0,2.0,4.0]

SELECT predict(several, 1, 2, output => 'iner') AS o;
--! [MODEL_OUTPUT_NOT_FOUND] SQLSTATE 42KD5
--! The model 'several' has no output 'iner'. It has: 'doubled', 'total', 'outer'.

SELECT predict(several, 1, 2, output => 'logits') AS o;
--! [MODEL_OUTPUT_NOT_FOUND] SQLSTATE 42KD5
--! The model 'several' has no output 'logits'. It has: 'doubled', 'total', 'outer'.

SELECT predict(several, 1, 2).*;
--! [STATEMENT_REWRITE] SQLSTATE 42601
--! The fields of a call cannot be taken by '.*' at once. Write instead: SELECT p.* FROM (SELECT predict(several, 1, 2) AS p FROM ...)

DESCRIBE MODEL several;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	several
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input x	FLOAT [N,2]
--> output doubled	FLOAT [N,2]
--> output total	FLOAT [N]
--> output outer	FLOAT [N,2,2]
--> null	NULL in any input gives NULL; the model is not called

-- A graph that takes four rows at a time
SELECT id, predict(fixed, id) AS square FROM range(6);
--: id BIGINT NOT NULL, square FLOAT
--> 0	0.0
--> 1	1.0
--> 2	4.0
--> 3	9.0
--> 4	16.0
--> 5	25.0

SELECT predict(fixed, 3) AS square;
--: square FLOAT
--> 9.0

DESCRIBE MODEL fixed;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	fixed
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input x	FLOAT [4,1]
--> output square	FLOAT [4,1]
--> batch	4 rows, fixed by the model; the last is padded
--> null	NULL in any input gives NULL; the model is not called

-- scikit-learn
SELECT predict(iris, 5.1, 3.5, 1.4, 0.2).label AS label;
--: label STRING
--> setosa

SELECT predict(iris, array(5.1, 3.5, 1.4, 0.2), output => 'label') AS label;
--: label STRING
--> setosa

DESCRIBE MODEL zipmap;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	zipmap
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	classification
--> input X	FLOAT [N,4]
--> output output_label	STRING [N]
--> output output_probability	FLOAT [N,3]
--> activation	none (the graph ends with softmax)
--> null	NULL in any input gives NULL; the model is not called
--> labels	3: setosa, versicolor, virginica

SELECT predict(zipmap, 5.1, 3.5, 1.4, 0.2).output_label AS label;
--! [FIELD_NOT_FOUND] SQLSTATE 42704
--! No such struct field `output_label` in `label`, `score`.

-- Scores that are no numbers have no winner.
CREATE MODEL colours USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = '${resources}/models/colours.txt');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> colours	1	1

SELECT predict(colours, array_repeat(CAST('NaN' AS FLOAT), 3072)) AS p;
--! [MODEL_OUTPUT_INVALID] SQLSTATE 22KD9 at run time
--! The model's output 'logits' is not a number (NaN) for this row. Check the row's values and the model's preprocessing, or use try_predict to get NULL for such rows.

SELECT try_predict(colours, array_repeat(CAST('NaN' AS FLOAT), 3072)) AS p;
--: p STRUCT<label: STRING, score: FLOAT>
--> NULL

SELECT predict(colours, array_repeat(CAST('NaN' AS FLOAT), 3072), output => 'logits') AS p;
--: p ARRAY<FLOAT>
--> [NaN,NaN,NaN]

-- SQL has no type as wide as UINT64: what no BIGINT holds is refused, and does not turn negative.
CREATE MODEL unsigned USING onnx LOCATION '${resources}/models/unsigned.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> unsigned	1	1

SELECT id, predict(unsigned, id) AS p FROM range(2);
--: id BIGINT NOT NULL, p STRUCT<value: BIGINT, row: ARRAY<BIGINT>>
--> 0	{"value":7,"row":[1,2]}
--> 1	{"value":9223372036854775807,"row":[3,9223372036854775807]}

SELECT predict(unsigned, 2) AS p;
--! [MODEL_OUTPUT_INVALID] SQLSTATE 22KD9 at run time
--! The model's output 'value' is 10000000000000000000, more than a BIGINT holds, for this row. Check the row's values and the model's preprocessing, or use try_predict to get NULL for such rows.

SELECT predict(unsigned, 2, output => 'row') AS p;
--! [MODEL_OUTPUT_INVALID] SQLSTATE 22KD9 at run time
--! The model's output 'row' is 9223372036854775808, more than a BIGINT holds, for this row. Check the row's values and the model's preprocessing, or use try_predict to get NULL for such rows.

SELECT try_predict(unsigned, id, output => 'row') AS p FROM range(3);
--: p ARRAY<BIGINT>
--> NULL
--> [1,2]
--> [3,9223372036854775807]

SELECT id, predict(unsigned, id, output => 'value') AS p FROM range(3) WHERE try_predict(unsigned, id) IS NOT NULL;
--: id BIGINT NOT NULL, p BIGINT
--> 0	7
--> 1	9223372036854775807

-- A finite number stays one: a DOUBLE beyond the FLOAT that a model takes is refused.
SELECT predict(difference, 1e39D, 0) AS d;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'price' is 1.0E39, more than its FLOAT holds. Correct the row, or use try_predict to get NULL for it.

SELECT try_predict(difference, v, 0) AS d FROM VALUES (1e39D), (-1e39D), (1e38D), (0.1D), (double('infinity')), (double('NaN')), (1e-50D) AS t (v);
--: d FLOAT
--> 0.0
--> 0.2
--> 2.0E38
--> Infinity
--> NULL
--> NULL
--> NaN

SELECT predict(total, array(1D, 2D, 3D, -1e39D)) AS t;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' is -1.0E39, more than its FLOAT holds. Correct the row, or use try_predict to get NULL for it.

SELECT predict(total, 1, 2F, 3D, 1e39D) AS t;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' is 1.0E39, more than its FLOAT holds. Correct the row, or use try_predict to get NULL for it.

SELECT predict(total, 1, 2F, 3D, double('-infinity')) AS t, predict(difference, 9223372036854775807, 99999999999999999999999999999999999999BD) AS d;
--: t FLOAT, d FLOAT
--> -Infinity	-1.0E38
