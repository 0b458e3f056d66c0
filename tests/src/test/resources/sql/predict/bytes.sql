-- Pictures for inputs of type UINT8, as TensorFlow exports them: pixels from 0 to 255 as they are.
-- The models, of 48 x 32, give the mean of each channel. Those of photos are OpenCV's in tests/src/test/resources/reference/pictures.json.
-- Of 1,536 pixels the resizing may round some by one the other way on another processor.
--@ tolerance 5e-4

CREATE MODEL pixels USING onnx LOCATION '${resources}/models/byte_pixels.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> pixels	1	1

CREATE MODEL planes USING onnx LOCATION '${resources}/models/byte_planes.onnx' OPTIONS (preprocess = 'none');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> planes	1	1

CREATE MODEL bgr USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (channels = 'bgr');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> bgr	1	1

DESCRIBE MODEL pixels;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	pixels
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input image	UINT8 [N,32,48,3]
--> output means	FLOAT [N,3]
--> preprocessing image	resize to cover 48 x 32, crop the centre of 48 x 32; pixels from 0 to 255 as they are; rgb
--> null	NULL in any input gives NULL; the model is not called

DESCRIBE MODEL bgr;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	bgr
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input image	UINT8 [N,32,48,3]
--> output means	FLOAT [N,3]
--> preprocessing image	resize to cover 48 x 32, crop the centre of 48 x 32; pixels from 0 to 255 as they are; bgr
--> null	NULL in any input gives NULL; the model is not called
--> options	channels = bgr

-- "plain" of the reference.
SELECT photo, predict(pixels, content) AS pixels, predict(planes, content) AS planes, predict(bgr, content) AS bgr FROM photos WHERE photo IN ('cat.png', 'dog.jpg', 'koala.jpg');
--: photo STRING, pixels ARRAY<FLOAT>, planes ARRAY<FLOAT>, bgr ARRAY<FLOAT>
--> cat.png	[147.67448,111.43164,86.79752]	[147.67448,111.43164,86.79752]	[86.79752,111.43164,147.67448]
--> dog.jpg	[118.13672,104.09375,74.18815]	[118.13672,104.09375,74.18815]	[74.18815,104.09375,118.13672]
--> koala.jpg	[131.39973,134.31706,103.54427]	[131.39973,134.31706,103.54427]	[103.54427,134.31706,131.39973]

-- An even picture: red 200, green 100, blue 10.
CREATE TEMPORARY VIEW even AS
SELECT named_struct('origin', '', 'height', 32, 'width', 48, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat('0A64C8', 1536))) AS picture;
--: no columns

SELECT predict(pixels, picture) AS pixels, predict(planes, picture) AS planes, predict(bgr, picture) AS bgr FROM even;
--: pixels ARRAY<FLOAT>, planes ARRAY<FLOAT>, bgr ARRAY<FLOAT>
--> [200.0,100.0,10.0]	[200.0,100.0,10.0]	[10.0,100.0,200.0]

SELECT predict(pixels, encode_image(picture, 'png')) AS file, predict(pixels, decode_image(encode_image(picture, 'png'))) AS decoded, predict(pixels, resize(picture, 100, 90)) AS resized FROM even;
--: file ARRAY<FLOAT>, decoded ARRAY<FLOAT>, resized ARRAY<FLOAT>
--> [200.0,100.0,10.0]	[200.0,100.0,10.0]	[200.0,100.0,10.0]

-- A picture with pixels of its own size is stretched, a file cut: the means differ from those above.
SELECT photo, predict(pixels, decode_image(content)) AS decoded, predict(pixels, resize(content, 48, 32)) AS resized FROM photos WHERE photo = 'koala.jpg';
--: photo STRING, decoded ARRAY<FLOAT>, resized ARRAY<FLOAT>
--> koala.jpg	[123.14258,128.02734,90.44987]	[123.14258,128.02734,90.44987]

-- Numbers by pixel, or by plane: 255 fits in a byte, 256 does not.
SELECT predict(pixels, flatten(array_repeat(array(255, 128, 0), 1536))) AS pixels, predict(planes, flatten(array(array_repeat(255, 1536), array_repeat(128, 1536), array_repeat(0, 1536)))) AS planes;
--: pixels ARRAY<FLOAT>, planes ARRAY<FLOAT>
--> [255.0,128.0,0.0]	[255.0,128.0,0.0]

SELECT predict(pixels, array_repeat(256, 4608)) AS p;
--! [MODEL_INPUT_INVALID] SQLSTATE 22KD6 at run time
--! The value given to the model's input 'image' is 256, outside of 0 to 255. Correct the row, or use try_predict to get NULL for it.

SELECT predict(pixels, NULL) AS p, try_predict(pixels, X'00') AS bad;
--: p ARRAY<FLOAT>, bad ARRAY<FLOAT>
--> NULL	NULL

SELECT predict(pixels, 'dog.jpg') AS p;
--! [MODEL_SIGNATURE_MISMATCH] SQLSTATE 42KD7
--! The model 'pixels' does not take these inputs: the input 'image' cannot be of type STRING. Expected: (image an image (BINARY or image struct) or ARRAY<SMALLINT>). Given: ('dog.jpg' STRING). A path is not read here: take the content that Spark's binaryFile reads.

-- Options that make other numbers of pixels.
CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (scale = 1);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'scale' makes other numbers of pixels, but the input 'image' takes pixels from 0 to 255 as they are. Leave it out.

CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (mean = 127);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'mean' makes other numbers of pixels, but the input 'image' takes pixels from 0 to 255 as they are. Leave it out.

CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_planes.onnx' OPTIONS (std = 128);
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'std' makes other numbers of pixels, but the input 'image' takes pixels from 0 to 255 as they are. Leave it out.

CREATE MODEL m USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (preprocess = 'imagenet');
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'preprocess' makes other numbers of pixels, but the input 'image' takes pixels from 0 to 255 as they are. Leave it out, or give 'none'.

-- Size and channels are still one's own.
CREATE MODEL larger USING onnx LOCATION '${resources}/models/byte_pixels.onnx' OPTIONS (resize = '96x64', crop = '48x32');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> larger	1	1

DESCRIBE MODEL larger;
--: property STRING NOT NULL, value STRING NOT NULL
--> name	larger
--> namespace	default
--> version	1 (default)
--> provider	onnx
--> task	none
--> input image	UINT8 [N,32,48,3]
--> output means	FLOAT [N,3]
--> preprocessing image	resize to 96 x 64, crop the centre of 48 x 32; pixels from 0 to 255 as they are; rgb
--> null	NULL in any input gives NULL; the model is not called
--> options	resize = 96x64, crop = 48x32

SELECT predict(larger, encode_image(picture, 'png')) AS means FROM even;
--: means ARRAY<FLOAT>
--> [200.0,100.0,10.0]
