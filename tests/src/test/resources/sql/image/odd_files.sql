-- Real files of every kind: 1 x 1, 16 bits, grey, CMYK, alpha, animated, turned by EXIF, 30,000 x 30,000 in a few bytes.
-- The files are those that the engine's tests compare with OpenCV in Python.

CREATE TEMPORARY VIEW odd AS
SELECT substring_index(path, '/', -1) AS file, content
FROM binaryFile.`${resources}/../../../../engine/src/test/resources/images`
WHERE path NOT LIKE '%.csv';
--: no columns

SELECT file, info.* FROM (SELECT file, image_info(content) AS info FROM odd WHERE file NOT IN ('five-channels.tif', 'float.tif', 'signed.tif'));
--: file STRING, format STRING, width INT, height INT, channels INT, orientation INT
--> alpha-16.png	png	40	30	4	1
--> alpha-16.tif	tiff	40	30	4	1
--> alpha.png	png	40	30	4	1
--> alpha.tif	tiff	40	30	4	1
--> alpha.webp	webp	40	30	4	1
--> animated.gif	gif	40	30	3	1
--> animated.png	png	40	30	3	1
--> animated.webp	webp	40	30	3	1
--> associated.tif	tiff	40	30	4	1
--> baseline.jpg	jpeg	40	30	3	1
--> big-endian.tif	tiff	40	30	3	1
--> big.tif	tiff	40	30	3	1
--> bilevel.png	png	40	30	1	1
--> cmyk.jpg	jpeg	40	30	3	1
--> cmyk.tif	tiff	40	30	3	1
--> full-chroma.jpg	jpeg	40	30	3	1
--> grey-16.png	png	40	30	1	1
--> grey-alpha.png	png	40	30	4	1
--> grey.bmp	bmp	40	30	1	1
--> grey.jpg	jpeg	40	30	1	1
--> grey.png	png	40	30	1	1
--> grey.tif	tiff	40	30	1	1
--> huge.bmp	bmp	30000	30000	3	1
--> huge.gif	gif	30000	30000	3	1
--> huge.jpg	jpeg	30000	30000	3	1
--> huge.png	png	30000	30000	3	1
--> huge.tif	tiff	30000	30000	3	1
--> huge.webp	webp	30000	30000	3	1
--> lossless.webp	webp	40	30	3	1
--> lossy.webp	webp	40	30	3	1
--> lzw.tif	tiff	40	30	3	1
--> orientation-1.jpg	jpeg	40	30	3	1
--> orientation-1.png	png	40	30	3	1
--> orientation-1.tif	tiff	40	30	3	1
--> orientation-1.webp	webp	40	30	3	1
--> orientation-2.jpg	jpeg	40	30	3	2
--> orientation-2.png	png	40	30	3	2
--> orientation-2.tif	tiff	40	30	3	2
--> orientation-2.webp	webp	40	30	3	2
--> orientation-3.jpg	jpeg	40	30	3	3
--> orientation-3.png	png	40	30	3	3
--> orientation-3.tif	tiff	40	30	3	3
--> orientation-3.webp	webp	40	30	3	3
--> orientation-4.jpg	jpeg	40	30	3	4
--> orientation-4.png	png	40	30	3	4
--> orientation-4.tif	tiff	40	30	3	4
--> orientation-4.webp	webp	40	30	3	4
--> orientation-5.jpg	jpeg	40	30	3	5
--> orientation-5.png	png	40	30	3	5
--> orientation-5.tif	tiff	40	30	3	5
--> orientation-5.webp	webp	40	30	3	5
--> orientation-6.jpg	jpeg	40	30	3	6
--> orientation-6.png	png	40	30	3	6
--> orientation-6.tif	tiff	40	30	3	6
--> orientation-6.webp	webp	40	30	3	6
--> orientation-7.jpg	jpeg	40	30	3	7
--> orientation-7.png	png	40	30	3	7
--> orientation-7.tif	tiff	40	30	3	7
--> orientation-7.webp	webp	40	30	3	7
--> orientation-8.jpg	jpeg	40	30	3	8
--> orientation-8.png	png	40	30	3	8
--> orientation-8.tif	tiff	40	30	3	8
--> orientation-8.webp	webp	40	30	3	8
--> pages.tif	tiff	40	30	3	1
--> palette-transparent.png	png	40	30	4	1
--> palette.bmp	bmp	40	30	3	1
--> palette.png	png	40	30	3	1
--> palette.tif	tiff	40	30	3	1
--> pixel.bmp	bmp	1	1	3	1
--> pixel.gif	gif	1	1	3	1
--> pixel.jpg	jpeg	1	1	3	1
--> pixel.png	png	1	1	3	1
--> pixel.tif	tiff	1	1	3	1
--> pixel.webp	webp	1	1	3	1
--> planar.tif	tiff	40	30	3	1
--> progressive.jpg	jpeg	40	30	3	1
--> restart.jpg	jpeg	40	30	3	1
--> rgb-16.png	png	40	30	3	1
--> rgb-16.tif	tiff	40	30	3	1
--> rgb.bmp	bmp	40	30	3	1
--> rgb.png	png	40	30	3	1
--> rgb.tif	tiff	40	30	3	1
--> still.gif	gif	40	30	3	1
--> transparent.gif	gif	40	30	4	1

SELECT image_info(content) FROM odd WHERE file = 'float.tif';
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: the TIFF file holds signed or floating numbers, not pixels of 8 or 16 bits (5072 bytes, first bytes '49 49 2A 00 08 00 00 00'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT file, p.width, p.height, p.nChannels, p.mode FROM (SELECT file, try_decode_image(content) AS p FROM odd);
--: file STRING, width INT, height INT, nChannels INT, mode INT
--> alpha-16.png	40	30	4	24
--> alpha-16.tif	40	30	4	24
--> alpha.png	40	30	4	24
--> alpha.tif	40	30	4	24
--> alpha.webp	40	30	4	24
--> animated.gif	40	30	3	16
--> animated.png	40	30	3	16
--> animated.webp	40	30	3	16
--> associated.tif	40	30	4	24
--> baseline.jpg	40	30	3	16
--> big-endian.tif	40	30	3	16
--> big.tif	40	30	3	16
--> bilevel.png	40	30	1	0
--> cmyk.jpg	40	30	3	16
--> cmyk.tif	40	30	3	16
--> five-channels.tif	NULL	NULL	NULL	NULL
--> float.tif	NULL	NULL	NULL	NULL
--> full-chroma.jpg	40	30	3	16
--> grey-16.png	40	30	1	0
--> grey-alpha.png	40	30	4	24
--> grey.bmp	40	30	1	0
--> grey.jpg	40	30	1	0
--> grey.png	40	30	1	0
--> grey.tif	40	30	1	0
--> huge.bmp	NULL	NULL	NULL	NULL
--> huge.gif	NULL	NULL	NULL	NULL
--> huge.jpg	NULL	NULL	NULL	NULL
--> huge.png	NULL	NULL	NULL	NULL
--> huge.tif	NULL	NULL	NULL	NULL
--> huge.webp	NULL	NULL	NULL	NULL
--> lossless.webp	40	30	3	16
--> lossy.webp	40	30	3	16
--> lzw.tif	40	30	3	16
--> orientation-1.jpg	40	30	3	16
--> orientation-1.png	40	30	3	16
--> orientation-1.tif	40	30	3	16
--> orientation-1.webp	40	30	3	16
--> orientation-2.jpg	40	30	3	16
--> orientation-2.png	40	30	3	16
--> orientation-2.tif	40	30	3	16
--> orientation-2.webp	40	30	3	16
--> orientation-3.jpg	40	30	3	16
--> orientation-3.png	40	30	3	16
--> orientation-3.tif	40	30	3	16
--> orientation-3.webp	40	30	3	16
--> orientation-4.jpg	40	30	3	16
--> orientation-4.png	40	30	3	16
--> orientation-4.tif	40	30	3	16
--> orientation-4.webp	40	30	3	16
--> orientation-5.jpg	40	30	3	16
--> orientation-5.png	40	30	3	16
--> orientation-5.tif	40	30	3	16
--> orientation-5.webp	40	30	3	16
--> orientation-6.jpg	40	30	3	16
--> orientation-6.png	40	30	3	16
--> orientation-6.tif	40	30	3	16
--> orientation-6.webp	40	30	3	16
--> orientation-7.jpg	40	30	3	16
--> orientation-7.png	40	30	3	16
--> orientation-7.tif	40	30	3	16
--> orientation-7.webp	40	30	3	16
--> orientation-8.jpg	40	30	3	16
--> orientation-8.png	40	30	3	16
--> orientation-8.tif	40	30	3	16
--> orientation-8.webp	40	30	3	16
--> pages.tif	40	30	3	16
--> palette-transparent.png	40	30	4	24
--> palette.bmp	40	30	3	16
--> palette.png	40	30	3	16
--> palette.tif	40	30	3	16
--> pixel.bmp	1	1	3	16
--> pixel.gif	1	1	3	16
--> pixel.jpg	1	1	3	16
--> pixel.png	1	1	3	16
--> pixel.tif	1	1	3	16
--> pixel.webp	1	1	3	16
--> planar.tif	40	30	3	16
--> progressive.jpg	40	30	3	16
--> restart.jpg	40	30	3	16
--> rgb-16.png	40	30	3	16
--> rgb-16.tif	40	30	3	16
--> rgb.bmp	40	30	3	16
--> rgb.png	40	30	3	16
--> rgb.tif	40	30	3	16
--> signed.tif	NULL	NULL	NULL	NULL
--> still.gif	40	30	3	16
--> transparent.gif	40	30	4	24

-- Which files are no use, and how a query tells.
SELECT file FROM odd WHERE try_decode_image(content) IS NULL;
--: file STRING
--> five-channels.tif
--> float.tif
--> huge.bmp
--> huge.gif
--> huge.jpg
--> huge.png
--> huge.tif
--> huge.webp
--> signed.tif

SELECT decode_image(content) FROM odd WHERE file = 'huge.png';
--! [IMAGE_TOO_LARGE] SQLSTATE 22KD4 at run time
--! The image has 30000 x 30000 pixels, more than the limit of 268435456. Raise spark.cerium.image.max-pixels if such images are expected, or use try_decode_image or try_predict to get NULL for such rows.

SELECT predict(efficientnet, content) FROM odd WHERE file = 'huge.jpg';
--! [IMAGE_TOO_LARGE] SQLSTATE 22KD4 at run time
--! The image has 30000 x 30000 pixels, more than the limit of 268435456. Raise spark.cerium.image.max-pixels if such images are expected, or use try_decode_image or try_predict to get NULL for such rows.

-- The bad ones give NULL, the others are answered.
SELECT count(*) AS files, count(try_decode_image(content)) AS pictures, count(try_predict(efficientnet, content)) AS answers FROM odd;
--: files BIGINT NOT NULL, pictures BIGINT NOT NULL, answers BIGINT NOT NULL
--> 87	78	78

SELECT file, try_predict(efficientnet, content).label AS what FROM odd WHERE file LIKE 'orientation-%.jpg' OR file LIKE 'huge%';
--: file STRING, what STRING
--> huge.bmp	NULL
--> huge.gif	NULL
--> huge.jpg	NULL
--> huge.png	NULL
--> huge.tif	NULL
--> huge.webp	NULL
--> orientation-1.jpg	pick
--> orientation-2.jpg	pick
--> orientation-3.jpg	pick
--> orientation-4.jpg	pick
--> orientation-5.jpg	pick
--> orientation-6.jpg	pick
--> orientation-7.jpg	pick
--> orientation-8.jpg	pick

SELECT file, predict(efficientnet, content, on_error => 'struct').error FROM odd WHERE file IN ('huge.gif', 'pixel.png');
--: file STRING, `predict(efficientnet, content, on_error => struct).error` STRING
--> huge.gif	[IMAGE_TOO_LARGE] The image has 30000 x 30000 pixels, more than the limit of 268435456. Raise spark.cerium.image.max-pixels if such images are expected, or use try_decode_image or try_predict to get NULL for such rows. SQLSTATE: 22KD4
--> pixel.png	NULL

-- Turned pictures are upright before anything is done with them.
SELECT file, decode_image(content).data = first(decode_image(content).data) OVER (ORDER BY file) AS same
FROM odd WHERE file LIKE 'orientation-%.png';
--: file STRING, same BOOLEAN
--> orientation-1.png	true
--> orientation-2.png	true
--> orientation-3.png	true
--> orientation-4.png	true
--> orientation-5.png	true
--> orientation-6.png	true
--> orientation-7.png	true
--> orientation-8.png	true

-- The limit protects the machine: it is not for a session to raise.
SET spark.cerium.image.max-pixels = 1000000000000;
--! [INVALID_SET_SYNTAX] SQLSTATE 42000
--! Expected format is 'SET', 'SET key', or 'SET key=value'. If you want to include special characters in key, or include semicolon in value, please use backquotes, e.g., SET `key`=`value`.

SET `spark.cerium.image.max-pixels` = 1000000000000;
--! [AnalysisException]
--! Cannot modify the value of a static config: spark.cerium.image.max-pixels.
