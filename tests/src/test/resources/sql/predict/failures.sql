-- Rows that fail: the query with them, or NULL, or a struct; guards keep bad rows away from the model.
--@ again spark.sql.adaptive.enabled=false
--@ again spark.sql.codegen.wholeStage=false
--@ again spark.cerium.optimizer.batch-calls=false

CREATE TEMPORARY VIEW mixed AS
SELECT photo, content FROM photos WHERE photo IN ('hen.jpg', 'cat.png')
UNION ALL SELECT 'text', CAST('this is no image' AS BINARY)
UNION ALL SELECT 'empty', X''
UNION ALL SELECT 'cut', substring(content, 1, 2000) FROM photos WHERE photo = 'dog.jpg'
UNION ALL SELECT 'null', NULL;
--: no columns

SELECT photo, predict(efficientnet, content).label FROM mixed WHERE photo = 'text';
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (16 bytes, first bytes '74 68 69 73 20 69 73 20'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT photo, predict(efficientnet, content).label FROM mixed WHERE photo = 'empty';
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: there are no bytes (0 bytes, first bytes none). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT photo, predict(efficientnet, content).label FROM mixed WHERE photo = 'cut';
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: the JPEG file is cut off: its end marker is missing (2000 bytes, first bytes 'FF D8 FF E0 00 10 4A 46'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT photo, predict_proba(efficientnet, content)['hen'] FROM mixed WHERE photo = 'text';
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (16 bytes, first bytes '74 68 69 73 20 69 73 20'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

SELECT photo, try_predict(efficientnet, content).label AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> cut	NULL
--> empty	NULL
--> hen.jpg	hen
--> null	NULL
--> text	NULL

SELECT photo, predict(efficientnet, content, on_error => 'null').label AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> cut	NULL
--> empty	NULL
--> hen.jpg	hen
--> null	NULL
--> text	NULL

SELECT photo, p.result.label AS what, p.error FROM (SELECT photo, predict(efficientnet, content, on_error => 'struct') AS p FROM mixed);
--: photo STRING, what STRING, error STRING
--> cat.png	tiger cat	NULL
--> cut	NULL	[IMAGE_DECODE_FAILED] The value is no image that can be read: the JPEG file is cut off: its end marker is missing (2000 bytes, first bytes 'FF D8 FF E0 00 10 4A 46'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL. SQLSTATE: 22KD3
--> empty	NULL	[IMAGE_DECODE_FAILED] The value is no image that can be read: there are no bytes (0 bytes, first bytes none). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL. SQLSTATE: 22KD3
--> hen.jpg	hen	NULL
--> null	NULL	NULL
--> text	NULL	[IMAGE_DECODE_FAILED] The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (16 bytes, first bytes '74 68 69 73 20 69 73 20'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL. SQLSTATE: 22KD3

SELECT photo, size(try_predict(efficientnet, content, top_k => 2)) AS n FROM mixed;
--: photo STRING, n INT NOT NULL
--> cat.png	2
--> cut	-1
--> empty	-1
--> hen.jpg	2
--> null	-1
--> text	-1

SELECT photo FROM mixed WHERE try_predict(efficientnet, content) IS NULL;
--: photo STRING
--> cut
--> empty
--> null
--> text

SELECT photo, try_predict(efficientnet, content).label AS a, predict(efficientnet, content, on_error => 'null').score > 0 AS b FROM mixed WHERE photo IN ('hen.jpg', 'text');
--: photo STRING, a STRING, b BOOLEAN
--> hen.jpg	hen	true
--> text	NULL	NULL

SELECT count(*) FROM mixed WHERE try_predict(efficientnet, content).label = 'hen';
--: `count(1)` BIGINT NOT NULL
--> 1

-- A branch that is not taken does not fail
SELECT photo, CASE WHEN photo LIKE '%.jpg' THEN predict(efficientnet, content).label END AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	NULL
--> cut	NULL
--> empty	NULL
--> hen.jpg	hen
--> null	NULL
--> text	NULL

SELECT photo, if(photo = 'hen.jpg', predict(efficientnet, content).label, 'not asked') AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	not asked
--> cut	not asked
--> empty	not asked
--> hen.jpg	hen
--> null	not asked
--> text	not asked

SELECT photo, CASE WHEN photo = 'hen.jpg' THEN 'known' WHEN photo = 'cat.png' THEN predict(efficientnet, content).label ELSE 'unknown' END AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> cut	unknown
--> empty	unknown
--> hen.jpg	known
--> null	unknown
--> text	unknown

SELECT photo, coalesce(nullif(photo, 'cat.png'), predict(efficientnet, content).label) AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> cut	cut
--> empty	empty
--> hen.jpg	hen.jpg
--> null	null
--> text	text

SELECT photo, photo = 'hen.jpg' AND predict(efficientnet, content).label = 'hen' AS hen FROM mixed;
--: photo STRING, hen BOOLEAN
--> cat.png	false
--> cut	false
--> empty	false
--> hen.jpg	true
--> null	false
--> text	false

SELECT photo, photo <> 'hen.jpg' OR predict(efficientnet, content).label = 'hen' AS hen FROM mixed;
--: photo STRING, hen BOOLEAN
--> cat.png	true
--> cut	true
--> empty	true
--> hen.jpg	true
--> null	true
--> text	true

SELECT photo FROM mixed WHERE photo LIKE '%.jpg' AND predict(efficientnet, content).label = 'hen';
--: photo STRING
--> hen.jpg

SELECT photo FROM mixed WHERE photo NOT LIKE '%.jpg' OR predict(efficientnet, content).label = 'hen';
--: photo STRING
--> cat.png
--> cut
--> empty
--> hen.jpg
--> null
--> text

SELECT sum(CASE WHEN photo LIKE '%.jpg' THEN predict(efficientnet, content).score END) > 0.5 AS s FROM mixed;
--: s BOOLEAN
--> true

SELECT photo, sum(if(photo = 'hen.jpg', predict(efficientnet, content).score, 0F)) > 0.5 AS s FROM mixed GROUP BY photo;
--: photo STRING, s BOOLEAN
--> cat.png	false
--> cut	false
--> empty	false
--> hen.jpg	true
--> null	false
--> text	false

SELECT m.photo FROM mixed m JOIN photos p ON m.photo = p.photo AND m.photo = 'hen.jpg' AND predict(efficientnet, m.content).label = 'hen';
--: photo STRING
--> hen.jpg

SELECT photo, CASE WHEN image_ok THEN predict(efficientnet, content).label END AS what FROM (SELECT *, try_decode_image(content) IS NOT NULL AS image_ok FROM mixed WHERE photo <> 'cut');
--: photo STRING, what STRING
--> cat.png	tiger cat
--> empty	NULL
--> hen.jpg	hen
--> null	NULL
--> text	NULL

SELECT photo, CASE WHEN photo = 'text' THEN predict(efficientnet, content).label END AS what FROM mixed;
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: it has the signature of no image format; JPEG, PNG, WebP, GIF, BMP and TIFF are read (16 bytes, first bytes '74 68 69 73 20 69 73 20'). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

-- A row that fails the run of its batch: the others are run again, each by itself. Errors name the model as the statement
-- does, also where it shares the loaded file with another.
CREATE MODEL numbers USING onnx LOCATION '${resources}/models/lookup.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> numbers	1	1

CREATE MODEL same_file USING onnx LOCATION '${resources}/models/lookup.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> same_file	1	1

SELECT id, try_predict(numbers, id) AS a, predict(same_file, id, on_error => 'null') AS b FROM range(0, 5, 1, 1);
--: id BIGINT NOT NULL, a FLOAT, b FLOAT
--> 0	10.0	10.0
--> 1	20.0	20.0
--> 2	30.0	30.0
--> 3	NULL	NULL
--> 4	NULL	NULL

SELECT id, try_predict(numbers, id, batch_size => 6) AS a FROM range(0, 6, 1, 1) WHERE id <> 2;
--: id BIGINT NOT NULL, a FLOAT
--> 0	10.0
--> 1	20.0
--> 3	NULL
--> 4	NULL
--> 5	NULL

SELECT predict(numbers, id) AS a FROM range(5);
--! [INFERENCE_FAILED] SQLSTATE 58KD1 at run time
--! The model 'numbers' failed: Non-zero status code returned while running Gather node. Name:'' Status Message: indices element out of data bounds, idx=3 must be within the inclusive range [-3,2]. Compare the inputs with the types and shapes that DESCRIBE MODEL shows, or use try_predict to get NULL for rows that fail.

SELECT predict(same_file, id) AS a FROM range(5);
--! [INFERENCE_FAILED] SQLSTATE 58KD1 at run time
--! The model 'same_file' failed: Non-zero status code returned while running Gather node. Name:'' Status Message: indices element out of data bounds, idx=3 must be within the inclusive range [-3,2]. Compare the inputs with the types and shapes that DESCRIBE MODEL shows, or use try_predict to get NULL for rows that fail.

SELECT predict(same_file, 7) AS a;
--! [INFERENCE_FAILED] SQLSTATE 58KD1 at run time
--! The model 'same_file' failed: Non-zero status code returned while running Gather node. Name:'' Status Message: indices element out of data bounds, idx=7 must be within the inclusive range [-3,2]. Compare the inputs with the types and shapes that DESCRIBE MODEL shows, or use try_predict to get NULL for rows that fail.

-- A limit asks for no more rows than it needs
SELECT photo, predict(efficientnet, content).label AS what FROM mixed WHERE photo = 'hen.jpg' LIMIT 1;
--: photo STRING, what STRING
--> hen.jpg	hen

-- NULL decides neither AND nor OR: the model is asked.
SELECT b, b AND predict(efficientnet, content).score > 1 AS both, b OR predict(efficientnet, content).score > 0 AS either FROM mixed CROSS JOIN VALUES (true), (false), (NULL) AS t(b) WHERE photo = 'hen.jpg';
--: b BOOLEAN, both BOOLEAN, either BOOLEAN
--> NULL	false	true
--> false	false	true
--> true	false	true

-- A call that fails its query does so for no row that a filter or a branch keeps from it, even where another call of the
-- same model sees that row.
SELECT photo, predict(efficientnet, content).label AS what FROM mixed WHERE try_predict(efficientnet, content) IS NOT NULL;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> hen.jpg	hen

SELECT photo, CASE WHEN try_predict(efficientnet, content) IS NOT NULL THEN predict(efficientnet, content).label END AS what FROM mixed;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> cut	NULL
--> empty	NULL
--> hen.jpg	hen
--> null	NULL
--> text	NULL

SELECT photo, predict(efficientnet, content).label AS what FROM mixed WHERE predict(efficientnet, content, on_error => 'struct').error IS NULL;
--: photo STRING, what STRING
--> cat.png	tiger cat
--> hen.jpg	hen
--> null	NULL

SELECT photo, try_predict(efficientnet, content) IS NOT NULL AND predict(efficientnet, content).label = 'hen' AS hen FROM mixed;
--: photo STRING, hen BOOLEAN
--> cat.png	false
--> cut	false
--> empty	false
--> hen.jpg	true
--> null	false
--> text	false

SELECT photo, predict(efficientnet, content).label AS what FROM (SELECT * FROM mixed WHERE try_predict(efficientnet, content) IS NOT NULL) ORDER BY predict(efficientnet, content).label;
--: photo STRING, what STRING
--> hen.jpg	hen
--> cat.png	tiger cat

SELECT photo, predict(efficientnet, content).label AS what FROM mixed WHERE try_predict(efficientnet, content) IS NULL AND content IS NOT NULL AND photo <> 'cut' AND photo <> 'text';
--! [IMAGE_DECODE_FAILED] SQLSTATE 22KD3 at run time
--! The value is no image that can be read: there are no bytes (0 bytes, first bytes none). Use try_decode_image or try_predict to get NULL for such rows. Of a table t with the column content, this lists them: SELECT * FROM t WHERE content IS NOT NULL AND try_decode_image(content) IS NULL.

CREATE MODEL colours USING onnx LOCATION '${resources}/models/tiny_image.onnx' OPTIONS (labels = '${resources}/models/colours.txt');
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> colours	1	1

CREATE TEMPORARY VIEW odd AS SELECT id, array_repeat(if(id = 1, CAST('NaN' AS FLOAT), 0F), 3072) AS a FROM range(3);
--: no columns

SELECT id, predict(colours, a).label AS what FROM odd WHERE NOT isnan(predict(colours, a, output => 'logits')[2]);
--: id BIGINT NOT NULL, what STRING
--> 0	red
--> 2	red

SELECT id, CASE WHEN NOT isnan(predict(colours, a, output => 'logits')[2]) THEN predict(colours, a).label END AS what FROM odd;
--: id BIGINT NOT NULL, what STRING
--> 0	red
--> 1	NULL
--> 2	red

SELECT id, predict(colours, a).label AS what FROM odd WHERE isnan(predict(colours, a, output => 'logits')[2]);
--! [MODEL_OUTPUT_INVALID] SQLSTATE 22KD9 at run time
--! The model's output 'logits' is not a number (NaN) for this row. Check the row's values and the model's preprocessing, or use try_predict to get NULL for such rows.

-- Equal scores come in the order of the labels, the winner first
SELECT predict(colours, a).label AS what, predict(colours, a, top_k => 3).label AS three FROM odd WHERE id = 0;
--: what STRING, three ARRAY<STRING>
--> red	["red","green","blue"]
