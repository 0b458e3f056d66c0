-- What the option task makes of a model's outputs.

CREATE MODEL total USING onnx LOCATION '${resources}/models/total.onnx' OPTIONS (task = 'regression');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> total	1	1

SELECT predict(total, 1, 2, 3, 4.5) AS t;
--: t DOUBLE
--> 10.5

SELECT predict(total, 1, 2, 3, NULL) AS t, predict(total, 1, 2, 3, 4, on_error => 'struct') AS s;
--: t DOUBLE, s STRUCT<result: DOUBLE, error: STRING>
--> NULL	{"result":10.0,"error":null}

SELECT predict(total, 1, 2, 3, 4, output => 'total') AS t;
--: t FLOAT
--> 10.0

-- Of several outputs the only one with one floating number a row
CREATE MODEL several USING onnx LOCATION '${resources}/models/several.onnx' OPTIONS (task = 'regression');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> several	1	1

SELECT predict(several, 1, 2) AS t;
--: t DOUBLE
--> 3.0

SELECT predict(several, 1, 2, top_k => 2) AS t;
--! [MODEL_TASK_MISMATCH] SQLSTATE 42KD8
--! predict does not work with the model 'several': top_k needs a classifier. Create the model with the option labels (one for each class), or task = 'classification'.

SELECT predict_proba(several, 1, 2) AS t;
--! [MODEL_TASK_MISMATCH] SQLSTATE 42KD8
--! predict_proba does not work with the model 'several': it has no classes. Create the model with the option labels (one for each class), or task = 'classification'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/types.onnx' OPTIONS (task = 'regression');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'task' cannot be 'regression': the model has 2 outputs with one floating number a row. Its outputs are [f_out FLOAT [N], d_out DOUBLE [N], i_out INT32 [N], l_out INT64 [N], b_out BOOL [N], s_out STRING [N]]; use task = 'none'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (task = 'regression');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'task' cannot be 'regression': the model has no output with one floating number a row. Its outputs are [logits FLOAT [N,3]]; use task = 'none'.

-- An embedding is an array of numbers as it is
CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (task = 'embedding');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'task' cannot be 'embedding'. It takes one of 'classification', 'regression', 'none'.
