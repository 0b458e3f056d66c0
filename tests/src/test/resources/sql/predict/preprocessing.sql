-- What the options of a model make of a pixel: (pixel * scale - mean) / std, channel by channel.
-- The model averages each plane of 32 x 32 after a blur that takes 0 for what is outside: an even plane
-- of v gives v * (94 / 96)^2. The picture is even: red 200, green 100, blue 10.
-- Sums of 9,216 products in floats: 4e-7 of the value away from the formula here, and in another order elsewhere.
--@ tolerance 1e-5

CREATE TEMPORARY VIEW even AS
SELECT named_struct('origin', '', 'height', 32, 'width', 32, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat('0A64C8', 1024))) AS picture;
--: no columns

CREATE MODEL by_default USING onnx LOCATION '${resources}/models/tiny_image.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> by_default	1	1

SELECT predict(by_default, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [0.751976,0.375988,0.03759876]

CREATE MODEL raw USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (scale = 1, mean = '0, 0, 0', std = 1);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> raw	1	1

SELECT predict(raw, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [191.75342,95.87671,9.587675]

CREATE MODEL lists USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (scale = 1, mean = array(1, 2, 3), std = '2, 4, 8');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> lists	1	1

SELECT predict(lists, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [95.397385,23.489805,0.8389212]

CREATE MODEL bgr USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (scale = 1, channels = 'bgr', mean = '1, 2, 3');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> bgr	1	1

SELECT predict(bgr, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [8.628906,93.95922,188.8771]

CREATE MODEL both_sides USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (resize = '32x32', scale = 1);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> both_sides	1	1

SELECT predict(both_sides, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [191.75342,95.87671,9.587675]

CREATE MODEL imagenet USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (preprocess = 'imagenet');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> imagenet	1	1

SELECT predict(imagenet, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [1.2531545,-0.2732623,-1.5629392]

CREATE MODEL tf USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (preprocess = 'tf');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> tf	1	1

SELECT predict(tf, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [0.5451813,-0.20679325,-0.88357085]

CREATE MODEL clip USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (preprocess = 'clip');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> clip	1	1

SELECT predict(clip, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [1.0809379,-0.24095732,-1.2828454]

CREATE MODEL as_it_is USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (preprocess = 'none');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> as_it_is	1	1

SELECT predict(as_it_is, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [191.75342,95.87671,9.587675]

CREATE MODEL beside USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (preprocess = 'imagenet', scale = 1, mean = 0);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> beside	1	1

SELECT predict(beside, picture, output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [837.3493,428.0216,42.61181]

-- From a file it is the same: PNG loses nothing.
SELECT predict(imagenet, encode_image(picture, 'png'), output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [1.2531545,-0.2732623,-1.5629392]

-- A picture of another size is resized to the input's.
SELECT predict(raw, resize(picture, 64, 48), output => 'logits') AS logits FROM even;
--: logits ARRAY<FLOAT>
--> [191.75342,95.87671,9.587675]
