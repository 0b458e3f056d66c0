-- A model whose input is no square: a picture is resized to the smallest size that covers it, and the middle is cut out.
-- The model, of 48 x 32, gives the mean of each channel. Those of photos are OpenCV's in tests/src/test/resources/reference/pictures.json.
-- Of 1,536 pixels the resizing may round some by one the other way on another processor.
--@ tolerance 5e-4

CREATE MODEL wide USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (scale = 1);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> wide	1	1

DESCRIBE MODEL wide;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	wide
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input image	FLOAT [N,3,32,48]
--> output means	FLOAT [N,3]
--> preprocessing image	resize to cover 48 x 32, crop the centre of 48 x 32; (pixel * 1 - 0) / 1; rgb
--> null	NULL in any input gives NULL; the model is not called
--> options	scale = 1

-- "plain" of the reference.
SELECT photo, predict(wide, content) AS means FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'koala.jpg', 'red-panda.webp');
--: photo STRING, means ARRAY<FLOAT>
--> cat.png	[147.67448,111.43164,86.79752]
--> dog.jpg	[118.13672,104.09375,74.18815]
--> koala.jpg	[131.39973,134.31706,103.54427]
--> red-panda.webp	[122.48047,114.18424,75.63021]

-- A picture of the input's size is the input: a quarter of it red 200, the rest blue 100. Enlarged and cut, it would lose both ends.
CREATE TEMPORARY VIEW halves AS
SELECT encode_image(named_struct('origin', '', 'height', 32, 'width', 48, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat(repeat('0000C8', 12) || repeat('640000', 36), 32))), 'png') AS content;
--: no columns

-- 12 of 48 columns are red, 36 blue: 50 and 75.
SELECT predict(wide, content) AS means FROM halves;
--: means ARRAY<FLOAT>
--> [50.0,0.0,75.0]

-- Twice as wide as the input and three times as high: by half it covers the input, and only rows are cut.
SELECT predict(wide, encode_image(resize(content, 96, 96, interpolation => 'nearest'), 'png')) AS means FROM halves;
--: means ARRAY<FLOAT>
--> [50.0,0.0,75.0]

CREATE MODEL margin USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (preprocess = 'imagenet', scale = 1, mean = 0, std = 1);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> margin	1	1

DESCRIBE MODEL margin;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	margin
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input image	FLOAT [N,3,32,48]
--> output means	FLOAT [N,3]
--> preprocessing image	resize to cover 55 x 37, crop the centre of 48 x 32; (pixel * 1 - 0) / 1; rgb
--> null	NULL in any input gives NULL; the model is not called
--> options	preprocess = imagenet, scale = 1, mean = 0, std = 1

-- "imagenet" of the reference.
SELECT photo, predict(margin, content) AS means FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'koala.jpg', 'red-panda.webp');
--: photo STRING, means ARRAY<FLOAT>
--> cat.png	[147.17317,108.998695,81.26432]
--> dog.jpg	[118.25326,102.436195,73.67643]
--> koala.jpg	[137.9694,140.2513,111.69141]
--> red-panda.webp	[128.54688,116.45182,81.95248]

-- A shorter side that is asked for has to cover the input whether a picture stands or lies.
CREATE MODEL shorter USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (resize = 32);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'resize' gives a shorter side of 32 pixels. The input takes 48 x 32: give at least 48.

CREATE MODEL shorter USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (resize = 48, scale = 1);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> shorter	1	1

DESCRIBE MODEL shorter;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	shorter
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input image	FLOAT [N,3,32,48]
--> output means	FLOAT [N,3]
--> preprocessing image	resize the shorter side to 48, crop the centre of 48 x 32; (pixel * 1 - 0) / 1; rgb
--> null	NULL in any input gives NULL; the model is not called
--> options	resize = 48, scale = 1

-- 48 x 32 becomes 72 x 48, of whose columns 18 are red: 12 to 59 leave 6 red and 42 blue.
SELECT predict(shorter, content) AS means FROM halves;
--: means ARRAY<FLOAT>
--> [25.0,0.0,87.5]
