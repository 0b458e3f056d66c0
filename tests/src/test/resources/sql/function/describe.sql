-- A function says what it does: one of each kind; the pages of docs/functions say it of all.

DESCRIBE FUNCTION EXTENDED predict;
--: function_desc STRING NOT NULL
--> Function: predict
--> Class: io.cerium.functions.model.Predict
--> Usage:
-->     predict(model, inputs, top_k => NULL, output => NULL, on_error => 'fail', device => NULL, batch_size => NULL)
-->       Runs a model on each row and returns what it says.
-->       Returns: By the model's task. Classification: STRUCT<label: STRING, score: FLOAT> of the winner, with top_k an ARRAY of them, best first. Regression: DOUBLE. Otherwise the output's value, or a STRUCT of several. NULL if an input is NULL.
--> Extended Usage:
-->     Arguments:
-->       * model STRING - The name of the model, bare or quoted.
-->       * inputs - The model's inputs by position, by name (age => a) or in a struct; without any, the columns in scope that have their names.
-->       * top_k INT - How many classes to return, best first; for classifiers. Default: NULL
-->       * output STRING - The name of an output of the model; for classifiers also 'logits' and 'probabilities' (ARRAY in the order of the labels). Default: NULL
-->       * on_error STRING - What a row that fails gives: 'fail' the query with it, 'null', or 'struct', which always gives STRUCT<result, error: STRING>. Default: 'fail'
-->       * device STRING - Where the model runs: 'cpu', 'cuda' or 'cuda:1'. Default: NULL
-->       * batch_size INT - Rows a run, up to 8192; chosen by measurement unless given. A batch's inputs must fit in memory. Default: NULL
-->
-->     Examples:
-->       > SELECT photo, predict(efficientnet, content).label FROM photos WHERE photo = 'dog.jpg';
-->        dog.jpg	German shepherd
-->       > SELECT best.label FROM photos LATERAL VIEW explode(predict(efficientnet, content, top_k => 2)) AS best WHERE photo = 'cat.png' ORDER BY best.score DESC;
-->        tiger cat
-->        Egyptian cat
-->
-->     Since: 0.1.0

DESCRIBE FUNCTION EXTENDED resize;
--: function_desc STRING NOT NULL
--> Function: resize
--> Class: io.cerium.functions.image.Resize
--> Usage:
-->     resize(image, width, height, interpolation => 'auto')
-->     resize(image, size, interpolation => 'auto')
-->       Resizes a picture to a width and a height, or to a length of its shorter side with its shape kept.
-->       Returns: Spark's image STRUCT
--> Extended Usage:
-->     Arguments:
-->       * image BINARY or image STRUCT - the picture: the bytes of a file, or Spark's image struct
-->       * width INT - of the result, in pixels
-->       * height INT - of the result, in pixels
-->       * interpolation STRING - how pixels are found; one of 'auto', 'area', 'nearest', 'linear', 'cubic', 'lanczos'; default: 'auto'
-->       * size INT - of the result's shorter side, in pixels
-->
-->     Examples:
-->       > SELECT small.width, small.height FROM (SELECT resize(content, 224, 160) AS small FROM photos WHERE photo = 'dog.jpg');
-->        224	160
-->       > SELECT small.width, small.height FROM (SELECT resize(content, size => 240, interpolation => 'cubic') AS small FROM photos WHERE photo = 'dog.jpg');
-->        320	240
-->
-->     Note:
-->       The width comes first. 'auto' is 'area' when both sides shrink, else 'linear'. A result of more pixels than spark.cerium.image.max-pixels fails.
-->
-->     Since: 0.1.0

DESCRIBE FUNCTION EXTENDED image_resize;
--: function_desc STRING NOT NULL
--> Function: image_resize
--> Class: io.cerium.functions.image.Resize
--> Usage:
-->     image_resize(image, width, height, interpolation => 'auto')
-->     image_resize(image, size, interpolation => 'auto')
-->       Resizes a picture to a width and a height, or to a length of its shorter side with its shape kept.
-->       Returns: Spark's image STRUCT
--> Extended Usage:
-->     Arguments:
-->       * image BINARY or image STRUCT - the picture: the bytes of a file, or Spark's image struct
-->       * width INT - of the result, in pixels
-->       * height INT - of the result, in pixels
-->       * interpolation STRING - how pixels are found; one of 'auto', 'area', 'nearest', 'linear', 'cubic', 'lanczos'; default: 'auto'
-->       * size INT - of the result's shorter side, in pixels
-->
-->     Examples:
-->       > SELECT small.width, small.height FROM (SELECT resize(content, 224, 160) AS small FROM photos WHERE photo = 'dog.jpg');
-->        224	160
-->       > SELECT small.width, small.height FROM (SELECT resize(content, size => 240, interpolation => 'cubic') AS small FROM photos WHERE photo = 'dog.jpg');
-->        320	240
-->
-->     Note:
-->       The width comes first. 'auto' is 'area' when both sides shrink, else 'linear'. A result of more pixels than spark.cerium.image.max-pixels fails.
-->
-->     Since: 0.1.0

DESCRIBE FUNCTION EXTENDED image_info;
--: function_desc STRING NOT NULL
--> Function: image_info
--> Class: io.cerium.functions.image.ReadImageInfo
--> Usage:
-->     image_info(image)
-->       Tells what an image is by the header of its file, without decoding it.
-->       Returns: STRUCT<format STRING, width INT, height INT, channels INT, orientation INT>: the size is that of the upright picture; format is NULL for pixels; orientation is EXIF's, 1 to 8, 1 where there is none
--> Extended Usage:
-->     Arguments:
-->       * image BINARY or image STRUCT - the bytes of a file, or Spark's image struct
-->
-->     Examples:
-->       > SELECT image_info(content).format FROM photos WHERE photo = 'red-panda.webp';
-->        webp
-->       > SELECT info.width, info.height FROM (SELECT image_info(content) AS info FROM photos WHERE photo = 'dog.jpg');
-->        1024	768
-->
-->     Note:
-->       A value that is no image fails the query; write image_info(try_decode_image(content)) to get NULL for it, at the price of decoding. A file that is damaged behind its header is not noticed.
-->
-->     Since: 0.1.0

DESCRIBE FUNCTION resize;
--: function_desc STRING NOT NULL
--> Function: resize
--> Class: io.cerium.functions.image.Resize
--> Usage:
-->     resize(image, width, height, interpolation => 'auto')
-->     resize(image, size, interpolation => 'auto')
-->       Resizes a picture to a width and a height, or to a length of its shorter side with its shape kept.
-->       Returns: Spark's image STRUCT

SHOW FUNCTIONS LIKE 'predict*';
--: function STRING NOT NULL
--> predict
--> predict_proba

SHOW FUNCTIONS LIKE '*image*';
--: function STRING NOT NULL
--> decode_image
--> encode_image
--> image_center_crop
--> image_info
--> image_resize
--> try_decode_image
