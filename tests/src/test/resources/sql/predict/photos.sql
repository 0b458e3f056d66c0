-- The shipped network on real photos: labels, scores, top_k, outputs, probabilities.
-- Scores agree with Python's to six digits where they were recorded. Another processor may round some pixels the
-- other way when it resizes: one step of 255 in a thousandth of a picture's values moves a score by 6e-4.
--@ tolerance 1e-3
--@ again spark.sql.codegen.wholeStage=false
--@ again spark.cerium.optimizer.batch-calls=false
--@ again spark.cerium.optimizer.fuse-image-calls=false

SELECT photo, predict(efficientnet, content) AS p FROM photos;
--: photo STRING, p STRUCT<label: STRING, score: FLOAT>
--> bison.jpg	{"label":"bison","score":0.9493977}
--> cat.png	{"label":"tiger cat","score":0.3932806}
--> coffee.jpg	{"label":"espresso","score":0.9515788}
--> crab.jpg	{"label":"rock crab","score":0.8178781}
--> dog.jpg	{"label":"German shepherd","score":0.9736219}
--> hedgehog.jpg	{"label":"porcupine","score":0.933925}
--> hen.jpg	{"label":"hen","score":0.9337216}
--> jaguar.jpg	{"label":"jaguar","score":0.79324806}
--> koala.jpg	{"label":"koala","score":0.91197574}
--> komodo-dragon.jpg	{"label":"Komodo dragon","score":0.89162743}
--> lemur.jpg	{"label":"Madagascar cat","score":0.9122795}
--> macaw.jpg	{"label":"macaw","score":0.7987312}
--> panda.jpg	{"label":"giant panda","score":0.96996146}
--> red-panda.webp	{"label":"lesser panda","score":0.91025794}
--> sheep.jpg	{"label":"ram","score":0.78259826}

SELECT photo, p.label AS what, p.score FROM (SELECT photo, predict(efficientnet, content) AS p FROM photos) ORDER BY p.score DESC LIMIT 3;
--: photo STRING, what STRING, score FLOAT
--> dog.jpg	German shepherd	0.9736219
--> panda.jpg	giant panda	0.96996146
--> coffee.jpg	espresso	0.9515788

SELECT photo FROM photos WHERE predict(efficientnet, content).label LIKE '%cat%';
--: photo STRING
--> cat.png
--> lemur.jpg

SELECT predict(efficientnet, content).label AS what, count(*) FROM photos WHERE photo < 'd' GROUP BY predict(efficientnet, content).label;
--: what STRING, `count(1)` BIGINT NOT NULL
--> bison	1
--> espresso	1
--> rock crab	1
--> tiger cat	1

SELECT photo, predict(efficientnet, content, top_k => 3) AS p FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'red-panda.webp');
--: photo STRING, p ARRAY<STRUCT<label: STRING, score: FLOAT>>
--> cat.png	[{"label":"tiger cat","score":0.3932806},{"label":"Egyptian cat","score":0.35276887},{"label":"tabby","score":0.16583498}]
--> dog.jpg	[{"label":"German shepherd","score":0.9736219},{"label":"malinois","score":0.0034984949},{"label":"kelpie","score":0.0014018556}]
--> red-panda.webp	[{"label":"lesser panda","score":0.91025794},{"label":"red fox","score":0.0027753143},{"label":"papillon","score":0.0011436179}]

SELECT size(predict(efficientnet, content, top_k => 5000)) AS classes FROM photos WHERE photo = 'dog.jpg';
--: classes INT NOT NULL
--> 1000

SELECT predict(efficientnet, content, output => 'logits')[235] AS logit, size(predict(efficientnet, content, output => 'logits')) AS n FROM photos WHERE photo = 'dog.jpg';
--: logit FLOAT, n INT NOT NULL
--> 11.041991	1000

SELECT predict(efficientnet, content, output => 'probabilities')[235] AS share, size(predict(efficientnet, content, output => 'probabilities')) AS n FROM photos WHERE photo = 'dog.jpg';
--: share FLOAT, n INT NOT NULL
--> 0.9736219	1000

SELECT predict(efficientnet, content, output => 'logit') AS x FROM photos;
--! [MODEL_OUTPUT_NOT_FOUND] SQLSTATE 42KD5
--! The model 'efficientnet' has no output 'logit'. It has: 'logits', 'probabilities'.

SELECT predict(efficientnet, content, output => 'logits', top_k => 2) AS x FROM photos;
--! [MODEL_TASK_MISMATCH] SQLSTATE 42KD8
--! predict does not work with the model 'efficientnet': top_k and output cannot be given together. Leave one of them out.

SELECT photo, predict_proba(efficientnet, content)['tiger cat'] AS tiger, size(predict_proba(efficientnet, content)) AS n FROM photos WHERE photo = 'cat.png';
--: photo STRING, tiger FLOAT, n INT NOT NULL
--> cat.png	0.3932806	1000

SELECT predict_proba(efficientnet, content)['tigercat'] AS tiger FROM photos;
--! [MODEL_LABEL_NOT_FOUND] SQLSTATE 42KD9
--! The model 'efficientnet' has no class 'tigercat'. Did you mean 'tiger cat'?

SELECT predict_proba(efficientnet, content, top_k => 3) AS best FROM photos;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'efficientnet' does not take these inputs: it has no input 'top_k'. Expected: (image an image (BINARY or image struct) or ARRAY<FLOAT>). Given: (photos.content BINARY, top_k => 3 INT). Write predict(..., top_k => 3) to get the best three labels.

SELECT predict_proba(efficientnet, content)[7] AS seventh FROM photos;
--! [MODEL_LABEL_NOT_FOUND] SQLSTATE 42KD9
--! The model 'efficientnet' has no class '7'. Its labels are 'tench', 'goldfish', 'great white shark', 'tiger shark', 'hammerhead', 'electric ray', 'stingray', 'cock', 'hen', 'ostrich', ....

SELECT predict_proba(efficientnet, content)[photo] AS none FROM photos WHERE photo = 'dog.jpg';
--: none FLOAT
--> NULL

SELECT round(aggregate(map_values(predict_proba(efficientnet, content)), 0D, (a, x) -> a + x), 3) AS sum FROM photos WHERE photo = 'dog.jpg';
--: sum DOUBLE
--> 1.0

SELECT e.key, e.value FROM (SELECT explode(map_entries(predict_proba(efficientnet, content))) AS e FROM photos WHERE photo = 'cat.png') WHERE e.value > 0.1;
--: key STRING NOT NULL, value FLOAT NOT NULL
--> Egyptian cat	0.35276887
--> tabby	0.16583498
--> tiger cat	0.3932806

SELECT photo, c.label, c.score FROM photos LATERAL VIEW explode(predict(efficientnet, content, top_k => 2)) t AS c WHERE photo = 'lemur.jpg';
--: photo STRING, label STRING NOT NULL, score FLOAT NOT NULL
--> lemur.jpg	Madagascar cat	0.9122795
--> lemur.jpg	indri	0.08144469

-- Pictures that SQL made: an image of the input's size is taken as it is
SELECT photo, predict(efficientnet, decode_image(content)).label AS what FROM photos WHERE photo = 'koala.jpg';
--: photo STRING, what STRING
--> koala.jpg	koala

SELECT predict(efficientnet, center_crop(resize(content, 256), 224, 224)) AS p FROM photos WHERE photo = 'dog.jpg';
--: p STRUCT<label: STRING, score: FLOAT>
--> {"label":"German shepherd","score":0.9736219}

SELECT predict(efficientnet, resize(content, 224, 224)).label AS p FROM photos WHERE photo = 'dog.jpg';
--: p STRING
--> German shepherd

SELECT predict(efficientnet, encode_image(decode_image(content), 'png')) AS p FROM photos WHERE photo = 'dog.jpg';
--: p STRUCT<label: STRING, score: FLOAT>
--> {"label":"German shepherd","score":0.9736219}

SELECT predict(efficientnet, (SELECT resize(content, 224, 224) FROM photos WHERE photo = 'hen.jpg')).label AS p;
--: p STRING
--> hen

-- A model of other options is another model
CREATE MODEL topmost USING onnx LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx' OPTIONS (resize = 256, crop = 224, scale = 1, mean = 127, std = 128, task = 'classification');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> topmost	1	1

SELECT predict(topmost, content).label AS number FROM photos WHERE photo = 'dog.jpg';
--: number STRING
--> 235

CREATE MODEL small USING onnx LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0-int8.onnx' OPTIONS (labels = '${examples}/models/efficientnet-lite0/labels.txt', resize = 256, crop = 224, scale = 1, mean = 127, std = 128);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> small	1	1

SELECT photo, predict(small, content).label AS small, predict(efficientnet, content).label AS big FROM photos WHERE photo IN ('dog.jpg', 'hen.jpg', 'panda.jpg');
--: photo STRING, small STRING, big STRING
--> dog.jpg	German shepherd	German shepherd
--> hen.jpg	hen	hen
--> panda.jpg	giant panda	giant panda
