-- decode_image, resize, center_crop, encode_image, image_info.
--@ again spark.cerium.optimizer.fuse-image-calls=false
--@ again spark.sql.codegen.wholeStage=false spark.sql.codegen.factoryMode=NO_CODEGEN

SELECT photo, image_info(content) AS info FROM photos;
--: photo STRING, info STRUCT<format: STRING, width: INT, height: INT, channels: INT, orientation: INT>
--> bison.jpg	{"format":"jpeg","width":1024,"height":768,"channels":3,"orientation":1}
--> cat.png	{"format":"png","width":451,"height":300,"channels":3,"orientation":1}
--> coffee.jpg	{"format":"jpeg","width":600,"height":400,"channels":3,"orientation":1}
--> crab.jpg	{"format":"jpeg","width":1024,"height":576,"channels":3,"orientation":1}
--> dog.jpg	{"format":"jpeg","width":1024,"height":768,"channels":3,"orientation":1}
--> hedgehog.jpg	{"format":"jpeg","width":1024,"height":731,"channels":3,"orientation":1}
--> hen.jpg	{"format":"jpeg","width":1024,"height":683,"channels":3,"orientation":1}
--> jaguar.jpg	{"format":"jpeg","width":1024,"height":683,"channels":3,"orientation":1}
--> koala.jpg	{"format":"jpeg","width":768,"height":1024,"channels":3,"orientation":6}
--> komodo-dragon.jpg	{"format":"jpeg","width":1024,"height":682,"channels":3,"orientation":1}
--> lemur.jpg	{"format":"jpeg","width":1024,"height":683,"channels":3,"orientation":1}
--> macaw.jpg	{"format":"jpeg","width":1024,"height":793,"channels":3,"orientation":1}
--> panda.jpg	{"format":"jpeg","width":1024,"height":681,"channels":3,"orientation":1}
--> red-panda.webp	{"format":"webp","width":1920,"height":1080,"channels":3,"orientation":1}
--> sheep.jpg	{"format":"jpeg","width":1024,"height":742,"channels":3,"orientation":1}

SELECT photo, i.origin, i.height, i.width, i.nChannels, i.mode, length(i.data) AS bytes FROM (SELECT photo, decode_image(content) AS i FROM photos WHERE photo IN ('cat.png', 'koala.jpg', 'red-panda.webp'));
--: photo STRING, origin STRING, height INT, width INT, nChannels INT, mode INT, bytes INT
--> cat.png		300	451	3	16	405900
--> koala.jpg		1024	768	3	16	2359296
--> red-panda.webp		1080	1920	3	16	6220800

DESCRIBE (SELECT decode_image(content) AS i FROM photos);
--: col_name STRING NOT NULL, data_type STRING NOT NULL, comment STRING
--> i                   	struct<origin:string,height:int,width:int,nChannels:int,mode:int,data:binary>

CREATE TEMPORARY VIEW dog AS SELECT content FROM photos WHERE photo = 'dog.jpg';
--: no columns

CREATE TEMPORARY VIEW forms AS
SELECT 'resize' AS form, resize(content, 100, 50) AS i FROM dog
UNION ALL SELECT 'by name', resize(content, height => 50, width => 100) FROM dog
UNION ALL SELECT 'shorter side', resize(content, 64) FROM dog
UNION ALL SELECT 'nearest', resize(content, 10, 10, interpolation => 'nearest') FROM dog
UNION ALL SELECT 'alias', image_resize(content, 10, 20) FROM dog
UNION ALL SELECT 'growing', resize(content, 2000, 1500) FROM dog
UNION ALL SELECT 'crop', center_crop(content, 30, 20) FROM dog
UNION ALL SELECT 'larger crop', center_crop(resize(content, 8, 8), 16, 12) FROM dog
UNION ALL SELECT 'chain', center_crop(resize(content, 256), 224, 224) FROM dog
UNION ALL SELECT 'of a struct', resize(decode_image(content), 9, 7) FROM dog;
--: no columns

SELECT form, i.width, i.height, i.nChannels FROM forms;
--: form STRING NOT NULL, width INT, height INT, nChannels INT
--> alias	10	20	3
--> by name	100	50	3
--> chain	224	224	3
--> crop	30	20	3
--> growing	2000	1500	3
--> larger crop	16	12	3
--> nearest	10	10	3
--> of a struct	9	7	3
--> resize	100	50	3
--> shorter side	85	64	3

SELECT image_info(encode_image(content)) AS jpeg, image_info(encode_image(content, 'png')) AS png, image_info(encode_image(content, format => 'webp', quality => 50)) AS webp FROM dog;
--: jpeg STRUCT<format: STRING, width: INT, height: INT, channels: INT, orientation: INT>, png STRUCT<format: STRING, width: INT, height: INT, channels: INT, orientation: INT>, webp STRUCT<format: STRING, width: INT, height: INT, channels: INT, orientation: INT>
--> {"format":"jpeg","width":1024,"height":768,"channels":3,"orientation":1}	{"format":"png","width":1024,"height":768,"channels":3,"orientation":1}	{"format":"webp","width":1024,"height":768,"channels":3,"orientation":1}

SELECT decode_image(encode_image(resize(content, 20, 10), 'png')).data = resize(content, 20, 10).data AS lossless FROM dog;
--: lossless BOOLEAN
--> true

SELECT center_crop(resize(content, 256), 224, 224) = center_crop(decode_image(encode_image(resize(content, 256), 'png')), 224, 224) AS same FROM dog;
--: same BOOLEAN
--> true

-- Pictures of Spark's image source
SELECT image.width, image.height FROM image.`${examples}/photos/dog.jpg`;
--: width INT, height INT
--> 1024	768

SELECT predict(efficientnet, image).label AS what FROM image.`${examples}/photos/dog.jpg`;
--: what STRING
--> German shepherd

SELECT resize(image, 64).width AS width FROM image.`${examples}/photos/dog.jpg`;
--: width INT
--> 85

-- NULL in, NULL out
SELECT decode_image(NULL), resize(CAST(NULL AS BINARY), 10, 10), resize(content, CAST(NULL AS INT), 10), image_info(NULL), encode_image(NULL) FROM dog;
--: `decode_image(NULL)` STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>, `resize(CAST(NULL AS BINARY), 10, 10)` STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>, `resize(content, CAST(NULL AS INT), 10)` STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>, `image_info(NULL)` STRUCT<format: STRING, width: INT, height: INT, channels: INT, orientation: INT>, `encode_image(NULL)` BINARY
--> NULL	NULL	NULL	NULL	NULL

-- No images
SELECT decode_image(CAST('no image' AS BINARY));
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3
--! The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (8 bytes, first bytes '6E 6F 20 69 6D 61 67 65'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT try_decode_image(CAST('no image' AS BINARY)) AS i, try_decode_image(X'') AS j, try_decode_image(NULL) AS k;
--: i STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>, j STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>, k STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>
--> NULL	NULL	NULL

SELECT resize(CAST('no image' AS BINARY), 10, 10);
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3
--! The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (8 bytes, first bytes '6E 6F 20 69 6D 61 67 65'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT resize(try_decode_image(CAST('no image' AS BINARY)), 10, 10) AS i;
--: i STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>
--> NULL

SELECT image_info(X'FFD8FF');
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3
--! The value is no image that can be read: the file ends before its header does (3 bytes, first bytes 'FF D8 FF'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT encode_image(X'00');
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3
--! The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (1 bytes, first bytes '00'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT decode_image(substring(content, 1, 3000)) FROM dog;
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: the JPEG file is cut off: its end marker is missing (3000 bytes, first bytes 'FF D8 FF E0 00 10 4A 46'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT try_decode_image(substring(content, 1, 3000)) AS cut FROM dog;
--: cut STRUCT<origin: STRING, height: INT, width: INT, nChannels: INT, mode: INT, data: BINARY>
--> NULL

-- Wrong arguments
SELECT resize(content, 0, 10) FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'width' of 'resize' cannot be 0. Give a number of pixels from 1 to 65535.

SELECT resize(content, -1) FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'size' of 'resize' cannot be -1. Give a number of pixels from 1 to 65535.

SELECT resize(content, 1000000, 1000000) FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'width' of 'resize' cannot be 1000000. Give a number of pixels from 1 to 65535.

SELECT resize(content, 10, 10, interpolation => 'bilinear') FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'interpolation' of 'resize' cannot be 'bilinear'. It takes: 'auto', 'area', 'nearest', 'linear', 'cubic', 'lanczos'.

SELECT resize(content, 10, 10, 10, 10) FROM dog;
--! [WRONG_NUM_ARGS.WITHOUT_SUGGESTION] SQLSTATE 42605
--! The `resize` requires 2 to 4, as in resize(image, width, height) or resize(image, size), parameters but the actual number is 5. Please, refer to 'https://spark.apache.org/docs/latest/sql-ref-functions.html' for a fix.

SELECT resize(content, hight => 10, width => 10) FROM dog;
--! [UNRECOGNIZED_PARAMETER_NAME] SQLSTATE 4274K
--! Cannot invoke function `resize` because the function call included a named argument reference for the argument named `hight`, but this function does not include any signature containing an argument with this name. Did you mean one of the following? [`height` `image` `width`].

SELECT resize(content) FROM dog;
--! [WRONG_NUM_ARGS.WITHOUT_SUGGESTION] SQLSTATE 42605
--! The `resize` requires 2 to 4, as in resize(image, width, height) or resize(image, size), parameters but the actual number is 1. Please, refer to 'https://spark.apache.org/docs/latest/sql-ref-functions.html' for a fix.

SELECT resize('dog.jpg', 10, 10);
--! [DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE] SQLSTATE 42K09
--! Cannot resolve "resize(dog.jpg, 10, 10)" due to data type mismatch: Parameter 1 (`image`) requires the "BINARY or image STRUCT" type, however "dog.jpg" has the type "STRING" (expected: resize(image, width, height) or resize(image, size); a path is not read here: take the content that Spark's binaryFile reads).

SELECT resize(content, 'a', 10) FROM dog;
--! [DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE] SQLSTATE 42K09
--! Cannot resolve "resize(content, a, 10)" due to data type mismatch: Parameter 2 (`width`) requires the "INT" type, however "a" has the type "STRING" (expected: resize(image, width, height) or resize(image, size)).

SELECT center_crop(content, 0, 0) FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'width' of 'center_crop' cannot be 0. Give a number of pixels from 1 to 65535.

SELECT encode_image(content, 'gif') FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'format' of 'encode_image' cannot be 'gif'. It takes: 'jpeg', 'png', 'webp'.

SELECT encode_image(content, 'jpeg', 101) FROM dog;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'quality' of 'encode_image' cannot be 101. Give a number from 1 (small) to 100 (good).

SELECT decode_image();
--! [WRONG_NUM_ARGS.WITHOUT_SUGGESTION] SQLSTATE 42605
--! The `decode_image` requires 1, as in decode_image(content), parameters but the actual number is 0. Please, refer to 'https://spark.apache.org/docs/latest/sql-ref-functions.html' for a fix.

SELECT decode_image(struct(1 AS a));
--! [DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE] SQLSTATE 42K09
--! Cannot resolve "decode_image(struct(1))" due to data type mismatch: Parameter 1 (`content`) requires the "BINARY or image STRUCT" type, however "struct(1)" has the type "STRUCT<a: INT>" (expected: decode_image(content)).

SELECT decode_image(named_struct('origin', '', 'height', 2, 'width', 2, 'nChannels', 3, 'mode', 16, 'data', X'00'));
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3
--! The value is no image that can be read: the image struct says 2 x 2 pixels of 3 bytes, which is not the length of its data (1 bytes, first bytes '00'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.
