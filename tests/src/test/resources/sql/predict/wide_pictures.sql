-- A model whose input is no square: a picture is resized to the smallest size that covers it, and the middle is cut out.
-- The model, of 48 x 32, gives the mean of each channel. Those of photos are OpenCV's in tests/src/test/resources/reference/pictures.json.
--@ tolerance 1e-4

CREATE MODEL wide USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (scale = 1);

DESCRIBE MODEL wide;

-- "plain" of the reference.
SELECT photo, predict(wide, content) AS means FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'koala.jpg', 'red-panda.webp');

-- A picture of the input's size is the input: a quarter of it red 200, the rest blue 100. Enlarged and cut, it would lose both ends.
CREATE TEMPORARY VIEW halves AS
SELECT encode_image(named_struct('origin', '', 'height', 32, 'width', 48, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat(repeat('0000C8', 12) || repeat('640000', 36), 32))), 'png') AS content;

-- 12 of 48 columns are red, 36 blue: 50 and 75.
SELECT predict(wide, content) AS means FROM halves;

-- Twice as wide as the input and three times as high: by half it covers the input, and only rows are cut.
SELECT predict(wide, encode_image(resize(content, 96, 96, interpolation => 'nearest'), 'png')) AS means FROM halves;

CREATE MODEL margin USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (preprocess = 'imagenet', scale = 1, mean = 0, std = 1);

DESCRIBE MODEL margin;

-- "imagenet" of the reference.
SELECT photo, predict(margin, content) AS means FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'koala.jpg', 'red-panda.webp');

-- A shorter side that is asked for has to cover the input whether a picture stands or lies.
CREATE MODEL shorter USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (resize = 32);

CREATE MODEL shorter USING onnx LOCATION '${resources}/models/wide_image.onnx' OPTIONS (resize = 48, scale = 1);

DESCRIBE MODEL shorter;

-- 48 x 32 becomes 72 x 48, of whose columns 18 are red: 12 to 59 leave 6 red and 42 blue.
SELECT predict(shorter, content) AS means FROM halves;
