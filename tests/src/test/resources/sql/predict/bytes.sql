-- Pictures for inputs of type UINT8, as TensorFlow exports them: pixels from 0 to 255 as they are.
-- The models, of 48 x 32, give the mean of each channel. Those of photos are OpenCV's in tests/src/test/resources/reference/pictures.json.
--@ tolerance 1e-4

CREATE MODEL pixels USING onnx LOCATION '${resources}/models/byte_pixels.onnx';

CREATE MODEL planes USING onnx LOCATION '${resources}/models/byte_planes.onnx' OPTIONS (preprocess = 'none');

CREATE MODEL bgr USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (channels = 'bgr');

DESCRIBE MODEL pixels;

DESCRIBE MODEL bgr;

-- "plain" of the reference.
SELECT photo, predict(pixels, content) AS pixels, predict(planes, content) AS planes, predict(bgr, content) AS bgr FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'koala.jpg');

-- An even picture: red 200, green 100, blue 10.
CREATE TEMPORARY VIEW even AS
SELECT named_struct('origin', '', 'height', 32, 'width', 48, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat('0A64C8', 1536))) AS picture;

SELECT predict(pixels, picture) AS pixels, predict(planes, picture) AS planes, predict(bgr, picture) AS bgr FROM even;

SELECT predict(pixels, encode_image(picture, 'png')) AS file, predict(pixels, decode_image(encode_image(picture, 'png'))) AS decoded, predict(pixels, resize(picture, 100, 90)) AS resized FROM even;

-- A picture with pixels of its own size is stretched, a file cut: the means differ from those above.
SELECT photo, predict(pixels, decode_image(content)) AS pixels, predict(pixels, resize(content, 48, 32)) AS resized FROM photos WHERE photo = 'koala.jpg';

-- Numbers by pixel, or by plane: 255 fits in a byte, 256 does not.
SELECT predict(pixels, flatten(array_repeat(array(255, 128, 0), 1536))) AS pixels, predict(planes, flatten(array(array_repeat(255, 1536), array_repeat(128, 1536), array_repeat(0, 1536)))) AS planes;

SELECT predict(pixels, array_repeat(256, 4608)) AS p;

SELECT predict(pixels, NULL) AS p, try_predict(pixels, X'00') AS bad;

SELECT predict(pixels, 'dog.jpg') AS p;

-- Options that make other numbers of pixels.
CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (scale = 1);

CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (mean = 127);

CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_planes.onnx' OPTIONS (std = 128);

CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (preprocess = 'imagenet');

-- Size and channels are still one's own.
CREATE MODEL larger USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (resize = '96x64', crop = '48x32');

DESCRIBE MODEL larger;

SELECT predict(larger, encode_image(picture, 'png')) AS means FROM even;
