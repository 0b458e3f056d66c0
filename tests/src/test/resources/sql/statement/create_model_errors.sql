-- What CREATE MODEL refuses, and what it says then.

CREATE MODEL efficientnet USING onnx LOCATION '${resources}/models/total.onnx';
--! [MODEL_ALREADY_EXISTS] SQLSTATE 42710
--! The model 'efficientnet' exists already. Use CREATE OR REPLACE MODEL to add a version, or CREATE MODEL IF NOT EXISTS to keep it.

CREATE MODEL m USING onnx LOCATION '${work}/nosuch.onnx';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at '${work}/nosuch.onnx': there is no such file. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at '${resources}/models/refused': it is a folder with 4 .onnx files, so name the file. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION 'nosuchscheme://x/y';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at 'nosuchscheme://x/y': no library that reads 'nosuchscheme:' is installed, so copy the file to a place that is read. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION 's3://bucket/model.onnx';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at 's3://bucket/model.onnx': no library that reads 's3:' is installed, so copy the file to a place that is read. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION 'models:/churn/1';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at 'models:/churn/1': no library that reads 'models:' is installed, so copy the file to a place that is read. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION '';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at '': it is no path. Give the path or URI of a file.

CREATE MODEL m USING onx LOCATION '${resources}/models/total.onnx';
--! [MODEL_PROVIDER_UNKNOWN] SQLSTATE 42KD6
--! There is no provider 'onx' of models. USING takes: onnx.

CREATE MODEL m LOCATION '${resources}/models/total.onnx';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! CREATE MODEL lacks the clause USING provider, as in USING onnx.

CREATE MODEL m USING onnx;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! CREATE MODEL lacks the clause LOCATION 'uri', the file that holds the model.

CREATE MODEL;
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near end of input: expected a name.

CREATE MODEL m USING onnx USING onnx LOCATION 'x';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! The clause USING stands twice: keep one of the two.

CREATE MODEL `a.b` USING onnx LOCATION '${resources}/models/total.onnx';
--! [MODEL_NAME_INVALID] SQLSTATE 42602
--! 'a.b' cannot be the name of a model: it holds '@', '.' or a control character. Take 1 to 128 characters without '@', '.' and control characters.

CREATE MODEL `a@b` USING onnx LOCATION '${resources}/models/total.onnx';
--! [MODEL_NAME_INVALID] SQLSTATE 42602
--! 'a@b' cannot be the name of a model: it holds '@', '.' or a control character. Take 1 to 128 characters without '@', '.' and control characters.

CREATE MODEL a.b.c USING onnx LOCATION '${resources}/models/total.onnx';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! The name of a model has at most two parts, namespace.model, but 'a.b.c' has 3.

CREATE MODEL `` USING onnx LOCATION '${resources}/models/total.onnx';
--! [MODEL_NAME_INVALID] SQLSTATE 42602
--! '' cannot be the name of a model: it is empty. Take 1 to 128 characters without '@', '.' and control characters.

-- Files that are no ONNX model: each is known by its content.
CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/empty.onnx';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/empty.onnx' is no ONNX model: it looks like an empty file. Export or download it again.

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/truncated.onnx';
--! [ARTIFACT_CORRUPT] SQLSTATE 22KD2
--! The ONNX model at '${resources}/models/refused/truncated.onnx' cannot be loaded: it is cut off or damaged, its parts do not fit together. Export or download it again.

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/text.onnx';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/text.onnx' is no ONNX model: it looks like a text. Give the location of an .onnx file.

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/newer_opset.onnx';
--! [ARTIFACT_OPSET_UNSUPPORTED] SQLSTATE 0AKD1
--! The ONNX model at '${resources}/models/refused/newer_opset.onnx' uses opset 99; this version reads up to opset 26. Export it again with opset_version=26.

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/model.pt';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/model.pt' is no ONNX model: it looks like a PyTorch file (.pt, .pth) of weights or of a whole module. Export it in Python:
--!   import torch
--!   model = torch.load('model.pt', weights_only=False, map_location='cpu')
--!   # weights alone: model = MyModel(); model.load_state_dict(torch.load('model.pt'))
--!   model.eval()
--!   batch = torch.export.Dim('N')
--!   torch.onnx.export(model, (torch.zeros(2, 3, 224, 224),), 'model.onnx', dynamo=True,
--!                     input_names=['image'], output_names=['logits'],
--!                     dynamic_shapes=({0: batch},), external_data=False)

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/model.pkl';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/model.pkl' is no ONNX model: it looks like a Python pickle (.pkl, .joblib), as scikit-learn models are saved. Export it in Python, with the versions that it was saved with:
--!   import joblib, skl2onnx
--!   from skl2onnx.common.data_types import FloatTensorType
--!   model = joblib.load('model.pkl')
--!   types = [('input', FloatTensorType([None, model.n_features_in_]))]
--!   onnx_model = skl2onnx.to_onnx(model, initial_types=types, options={'zipmap': False})
--!   open('model.onnx', 'wb').write(onnx_model.SerializeToString())

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/early.pkl';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/early.pkl' is no ONNX model: it looks like a Python pickle (.pkl, .joblib), as scikit-learn models are saved. Export it in Python, with the versions that it was saved with:
--!   import joblib, skl2onnx
--!   from skl2onnx.common.data_types import FloatTensorType
--!   model = joblib.load('model.pkl')
--!   types = [('input', FloatTensorType([None, model.n_features_in_]))]
--!   onnx_model = skl2onnx.to_onnx(model, initial_types=types, options={'zipmap': False})
--!   open('model.onnx', 'wb').write(onnx_model.SerializeToString())

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/model.pkl.bz2';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/model.pkl.bz2' is no ONNX model: it looks like a compressed archive or Python pickle (gzip, bzip2, xz, lz4). Unpack an archive, and give the location of the .onnx file inside. A pickle (.pkl, .joblib) is most often a scikit-learn model. Export it in Python, with the versions that it was saved with:
--!   import joblib, skl2onnx
--!   from skl2onnx.common.data_types import FloatTensorType
--!   model = joblib.load('model.pkl')
--!   types = [('input', FloatTensorType([None, model.n_features_in_]))]
--!   onnx_model = skl2onnx.to_onnx(model, initial_types=types, options={'zipmap': False})
--!   open('model.onnx', 'wb').write(onnx_model.SerializeToString())

-- A SavedModel is a folder.
CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/saved_model';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/saved_model' is no ONNX model: it looks like a TensorFlow SavedModel. Export it: pip install tf2onnx, then
--!   python -m tf2onnx.convert --saved-model folder --opset 17 --output model.onnx

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/model.h5';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/model.h5' is no ONNX model: it looks like a Keras or HDF5 file (.h5). Export it in Python:
--!   import keras
--!   model = keras.models.load_model('model.h5')
--!   model.export('model.onnx', format='onnx')
--! or with tf2onnx: model.export('folder'), then
--!   python -m tf2onnx.convert --saved-model folder --opset 17 --output model.onnx

CREATE MODEL m USING onnx LOCATION '${resources}/models/refused/model.safetensors';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${resources}/models/refused/model.safetensors' is no ONNX model: it looks like a file of weights alone (.safetensors). The network that the weights belong to is code; export both in Python:
--!   import torch, safetensors.torch
--!   model = MyModel()  # or transformers.AutoModel.from_pretrained('folder')
--!   model.load_state_dict(safetensors.torch.load_file('model.safetensors'))
--!   model.eval()
--!   torch.onnx.export(model, (torch.zeros(2, 3, 224, 224),), 'model.onnx', dynamo=True,
--!                     dynamic_shapes=({0: torch.export.Dim('N')},), external_data=False)
--! Models of Hugging Face: optimum-cli export onnx --model folder out/

CREATE MODEL m USING onnx LOCATION '${examples}/photos/dog.jpg';
--! [ARTIFACT_NOT_ONNX] SQLSTATE 22KD1
--! The file '${examples}/photos/dog.jpg' is no ONNX model: it looks like an image. LOCATION names the model; images are given to predict.

-- Secrets of a location are not told.
CREATE MODEL m USING onnx LOCATION 's3a://key:sec@ret@bucket/model.onnx';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at 's3a://key:***@bucket/model.onnx': no library that reads 's3a:' is installed, so copy the file to a place that is read. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION '${work}/model.onnx?sig=secret';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at '${work}/model.onnx?sig=***': there is no such file. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = '${work}/labels.txt?token=secret');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'labels' is '${work}/labels.txt?token=***', where there is neither a file nor a table. Give a list, the path of a file with one label a line, or a table of labels.

-- Options.
CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (lables = 'x');
--! [MODEL_OPTION_UNKNOWN] SQLSTATE 42KD4
--! There is no option 'lables'. Did you mean 'labels'?

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = '${work}/nosuch.txt');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'labels' is '${work}/nosuch.txt', where there is neither a file nor a table. Give a list, the path of a file with one label a line, or a table of labels.

CREATE TEMPORARY VIEW unordered AS SELECT 'a' AS label UNION ALL SELECT 'b' UNION ALL SELECT 'c';
--: no columns

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'unordered');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'labels' names the table 'unordered', whose rows have no certain order. Give two columns, the number of the class from 0 on and its label, or name a view that ends in ORDER BY.

CREATE TEMPORARY VIEW gaps AS SELECT * FROM VALUES (0, 'a'), (1, 'b'), (3, 'c') AS t(id, label);
--: no columns

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'gaps');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'labels' names the table 'gaps', where the number 3 is none of 0 to 2. Number its 3 rows from 0 on, without gaps and doubles.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = '${resources}/models/refused/two_labels.txt');
--! [MODEL_LABELS_MISMATCH] SQLSTATE 22KD5
--! The labels of the model are 2, but its output 'logits' has 3 values a row. Give one label for each value, in the order of the output.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (resize = 0);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'resize' cannot be '0'. It takes a whole number from 1 up.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (resize = 'big');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'resize' cannot be 'big'. It takes a whole number from 1 up.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (crop = 64);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'crop' gives 64 x 64 pixels. The input 'image' takes 32 x 32.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (std = 0);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'std' is 0. It is a divisor: leave it out for 1.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (mean = array(1, 2));
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'mean' has 2 values. It takes one number, or three: one for each channel.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (channels = 'rbg');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'channels' cannot be 'rbg'. It takes one of 'rgb', 'bgr'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (preprocess = 'imagnet');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'preprocess' cannot be 'imagnet'. It takes one of 'imagenet', 'tf', 'clip', 'none'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (task = 'classify');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'task' cannot be 'classify'. It takes one of 'classification', 'regression', 'none'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (activation = 'relu');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'activation' cannot be 'relu'. It takes one of 'auto', 'softmax', 'sigmoid', 'none'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (batch_size = -1);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'batch_size' cannot be '-1'. It takes 'auto' or a whole number from 1 to 8192.

CREATE MODEL m USING onnx LOCATION 'https://models.example/m.onnx';
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at 'https://models.example/m.onnx': files of web and FTP servers are not read, so download it and name the copy. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'http://127.0.0.1/labels.txt');
--! [ARTIFACT_NOT_FOUND] SQLSTATE 58030
--! No file can be read at 'http://127.0.0.1/labels.txt': files of web and FTP servers are not read, so download it and name the copy. Give the path or URI of a file.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (device = 'tpu');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'device' cannot be 'tpu'. It takes 'cpu', 'cuda' or 'cuda:1'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (resize = '16x64', crop = 32);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'resize' gives 16 x 64 pixels. The input takes 32 x 32: give at least 32x32.

CREATE MODEL m USING onnx LOCATION '${resources}/models/total.onnx' OPTIONS (resize = 256);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'resize' is for pictures, but the input is x FLOAT [N,4]. Leave it out.

CREATE MODEL m USING onnx LOCATION '${resources}/models/difference.onnx' OPTIONS (mean = '1, 2, 3');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'mean' is for pictures, but the input is price FLOAT [N,1]. Leave it out.

CREATE MODEL m USING onnx LOCATION '${resources}/models/difference.onnx' OPTIONS (batch_size = 'many');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'batch_size' cannot be 'many'. It takes 'auto' or a whole number from 1 to 8192.

CREATE MODEL m USING onnx LOCATION '${resources}/models/total.onnx' OPTIONS (task = 'classification');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'task' cannot be 'classification': the model has no output with a score for each class. Its outputs are [total FLOAT [N]]; use task = 'none'.

CREATE MODEL m USING onnx LOCATION '${resources}/models/total.onnx' OPTIONS (labels = array('no', 'yes'));
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'labels' makes a classifier: the model has no output with a score for each class. Its outputs are [total FLOAT [N]]; leave the labels out.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = 'x', labels = 'y');
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! The option 'labels' stands twice: keep one of the two.

CREATE MODEL m USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS ();
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> m	1	1

CREATE MODEL m2 USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels =);
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near ')': expected '[', a text in quotes, a number, a name.

-- None of the refused ones left a trace.
SHOW MODELS;
--: namespace STRING NOT NULL, name STRING NOT NULL, default_version INT NOT NULL, task STRING NOT NULL, provider STRING NOT NULL, comment STRING
--> default	efficientnet	1	classification	onnx	NULL
--> default	m	1	none	onnx	NULL
