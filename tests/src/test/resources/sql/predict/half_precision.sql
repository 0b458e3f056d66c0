-- Models whose numbers have 16 bits: FLOAT in SQL, rounded to the nearest on the way in.
-- One step of a number of binary16 is up to 1 / 1024 of it: a sum that rounds the other way differs by that much.
--@ tolerance 1e-3

CREATE MODEL columns USING onnx LOCATION '${resources}/models/half_columns.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> columns	1	1

DESCRIBE MODEL columns;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	columns
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input x	FLOAT16 [N,2]
--> input b	BFLOAT16 [N,1]
--> output y	FLOAT16 [N,2]
--> output w	FLOAT [N,1]
--> null	NULL in any input gives NULL; the model is not called

-- 0.1 is 0.0999755859375 in binary16 and 0.10009765625 in bfloat16.
SELECT predict(columns, x => array(0.1, -3), b => 0.1) AS p;
--: p STRUCT<y: ARRAY<FLOAT>, w: FLOAT>
--> {"y":[0.19995117,-6.0],"w":0.20019531}

SELECT predict(columns, x => array(x, 2 * x), b => x) AS p FROM VALUES (1), (CAST(NULL AS INT)), (1024) AS t(x);
--: p STRUCT<y: ARRAY<FLOAT>, w: FLOAT>
--> NULL
--> {"y":[2.0,4.0],"w":2.0}
--> {"y":[2048.0,4096.0],"w":2048.0}

SELECT predict(columns, x => array(65504.0, 65520.0), b => 1) AS p;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' is 65520.0, more than its FLOAT16 holds. Correct the row, or use try_predict to get NULL for it.

SELECT try_predict(columns, x => array(65504.0, 65520.0), b => 1) AS p;
--: p STRUCT<y: ARRAY<FLOAT>, w: FLOAT>
--> NULL

SELECT predict(columns, x => array(1, 1e30F), b => 1) AS p;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' is 1.0E30, more than its FLOAT16 holds. Correct the row, or use try_predict to get NULL for it.

SELECT predict(columns, x => array(1D, 1e39D), b => 1) AS p;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'x' is 1.0E39, more than its FLOAT16 holds. Correct the row, or use try_predict to get NULL for it.

SELECT predict(columns, x => array('a', 'b'), b => 1) AS p;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'columns' does not take these inputs: the input 'x' cannot be of type ARRAY<STRING>. Expected: (x ARRAY<FLOAT> of shape [2], b FLOAT). Given: (x => array('a', 'b') ARRAY<STRING>, b => 1 INT). Cast or convert the value.

CREATE MODEL colours USING onnx LOCATION '${resources}/models/half_image.onnx' OPTIONS (labels = '${resources}/models/colours.txt');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> colours	1	1

-- An even picture: red 200, green 100, blue 10, each divided by 255.
SELECT predict(colours, named_struct('origin', '', 'height', 32, 'width', 32, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat('0A64C8', 1024))), output => 'logits') AS logits;
--: logits ARRAY<FLOAT>
--> [0.7841797,0.39208984,0.039215088]

SELECT photo, predict(colours, content).label IS NOT NULL AS answered FROM photos LIMIT 3;
--: photo STRING, answered BOOLEAN NOT NULL
--> bison.jpg	true
--> dog.jpg	true
--> hedgehog.jpg	true
