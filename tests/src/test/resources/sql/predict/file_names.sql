-- Rows are read ahead of their answers; what Spark tells of the file that a row comes from stays the row's.

CREATE MODEL total USING onnx LOCATION '${resources}/models/total.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> total	1	1

CREATE TABLE parts USING parquet AS SELECT /*+ REPARTITION(4) */ id FROM range(2000);
--: no columns

SELECT count(*) AS rows, count(DISTINCT file) AS files, count_if(file NOT LIKE concat('%', name)) AS wrong
FROM (SELECT predict(total, 1, 2, 3, id) AS t, input_file_name() AS file, _metadata.file_name AS name FROM parts) WHERE t > 5;
--: rows BIGINT NOT NULL, files BIGINT NOT NULL, wrong BIGINT NOT NULL
--> 2000	4	0

SELECT count_if(wrong) AS wrong, sum(six) AS six
FROM (SELECT input_file_name() NOT LIKE concat('%', name) AS wrong, t - id AS six
  FROM (SELECT predict(total, 1, 2, 3, id) AS t, _metadata.file_name AS name, id FROM parts));
--: wrong BIGINT NOT NULL, six DOUBLE
--> 0	12000.0

SELECT count_if(wrong) AS wrong, max(t) AS t
FROM (SELECT input_file_name() NOT LIKE concat('%', name) OR input_file_block_start() <> block AS wrong, t
  FROM (SELECT predict(total, 1, 2, 3, predict(total, 1, 2, 3, id)) AS t, _metadata.file_name AS name, _metadata.file_block_start AS block FROM parts));
--: wrong BIGINT NOT NULL, t FLOAT
--> 0	2011.0

SELECT element_at(split(input_file_name(), '/'), -1) AS file, predict(efficientnet, content).label AS what
FROM binaryFile.`${examples}/photos` ORDER BY file LIMIT 3;
--: file STRING, what STRING
--> bison.jpg	bison
--> cat.png	tiger cat
--> coffee.jpg	espresso

SELECT CASE WHEN id < 2000 THEN file LIKE '%parquet' ELSE file = '' END AS right, count(*) AS rows
FROM (SELECT id, predict(total, 1, 2, 3, id) AS t, input_file_name() AS file
  FROM (SELECT /*+ COALESCE(1) */ * FROM (SELECT id FROM parts UNION ALL SELECT id FROM range(2000, 2010)))) GROUP BY ALL;
--: right BOOLEAN NOT NULL, rows BIGINT NOT NULL
--> true	2010

-- A sorted limit is not taken below columns that tell where a row was read
SELECT id, input_file_name() LIKE '%parquet' AS file, monotonically_increasing_id() >= 0 AS row, predict(total, 1, 2, 3, id) AS t
FROM parts ORDER BY id DESC LIMIT 3;
--: id BIGINT, file BOOLEAN NOT NULL, row BOOLEAN NOT NULL, t FLOAT
--> 1999	true	true	2005.0
--> 1998	true	true	2004.0
--> 1997	true	true	2003.0

DROP TABLE parts;
--: no columns
