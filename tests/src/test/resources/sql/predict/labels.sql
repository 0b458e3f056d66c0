-- A list that names two classes alike: predict tells classes, a map of probabilities labels. The model takes the
-- strongest plane of a picture; this one is half red and half blue, which are one label.
--@ tolerance 1e-4

CREATE TEMPORARY VIEW halves AS
SELECT named_struct('origin', '', 'height', 32, 'width', 32, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat('0000FF', 512) || repeat('FF0000', 512))) AS picture;
--: no columns

CREATE MODEL doubles USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = array('warm', 'green', 'warm'));
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> doubles	1	1

SELECT predict(doubles, picture).label AS label, predict(doubles, picture, top_k => 3) AS best FROM halves;
--: label STRING, best ARRAY<STRUCT<label: STRING, score: FLOAT>>
--> warm	[{"label":"warm","score":0.3818011},{"label":"warm","score":0.38180107},{"label":"green","score":0.23639783}]

SELECT predict(doubles, picture, output => 'probabilities') AS all FROM halves;
--: all ARRAY<FLOAT>
--> [0.3818011,0.23639783,0.38180107]

SELECT predict_proba(doubles, picture) AS p FROM halves;
--: p MAP<STRING, FLOAT>
--> {"green":0.23639783,"warm":0.76360214}

SELECT map_keys(p) AS labels, p['warm'] AS picked FROM (SELECT predict_proba(doubles, picture) AS p FROM halves);
--: labels ARRAY<STRING>, picked FLOAT
--> ["warm","green"]	0.76360214

SELECT predict_proba(doubles, picture)['warm'] AS warm, predict_proba(doubles, picture)['green'] AS green FROM halves;
--: warm FLOAT, green FLOAT
--> 0.76360214	0.23639783

SELECT predict_proba(doubles, picture)['cold'] AS cold FROM halves;
--! [MODEL_LABEL_NOT_FOUND] SQLSTATE 42KD9
--! The model 'doubles' has no class 'cold'. Its labels are 'warm', 'green'.

-- Classes without a name are one label too
CREATE MODEL unnamed USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = array('red', '', ''));
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> unnamed	1	1

SELECT predict_proba(unnamed, picture) AS p, predict_proba(unnamed, picture)[''] AS nameless FROM halves;
--: p MAP<STRING, FLOAT>, nameless FLOAT
--> {"":0.61819893,"red":0.3818011}	0.61819893
