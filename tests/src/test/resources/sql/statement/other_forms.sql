-- Statements of Cerium that a later version brings, other dialects' forms, and words that stay Spark's.

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

ALTER MODEL difference SET ALIAS champion = VERSION 1;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! ALTER MODEL is not supported by this version. There are CREATE MODEL, DROP MODEL, SHOW MODELS, DESCRIBE MODEL.

EXPORT MODEL difference TO '${work}/export';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! EXPORT MODEL is not supported by this version. There are CREATE MODEL, DROP MODEL, SHOW MODELS, DESCRIBE MODEL.

SHOW VERSIONS IN MODEL difference;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! SHOW VERSIONS is not supported by this version. There are CREATE MODEL, DROP MODEL, SHOW MODELS, DESCRIBE MODEL.

SHOW CREATE MODEL difference;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! SHOW CREATE MODEL is not supported by this version. There are CREATE MODEL, DROP MODEL, SHOW MODELS, DESCRIBE MODEL.

CACHE MODEL difference;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! CACHE MODEL is not supported by this version. There are CREATE MODEL, DROP MODEL, SHOW MODELS, DESCRIBE MODEL.

COMMENT ON MODEL difference IS 'x';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! COMMENT ON MODEL is not supported by this version. There are CREATE MODEL, DROP MODEL, SHOW MODELS, DESCRIBE MODEL.

CREATE TEMPORARY MODEL t USING onnx LOCATION '${resources}/models/total.onnx';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! TEMPORARY models are not supported by this version: leave the word out, and DROP MODEL when done.

CREATE MODEL t USING lightgbm TARGET y AS SELECT 1 AS x, 2 AS y;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! The clause TARGET of CREATE MODEL is not supported by this version. A model comes from a file, by USING onnx LOCATION 'uri'; there are OPTIONS (...) and COMMENT 'text'.

CREATE MODEL t INPUT (a INT) OUTPUT (b INT) USING onnx LOCATION '${resources}/models/total.onnx';
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! The clause INPUT of CREATE MODEL is not supported by this version. A model comes from a file, by USING onnx LOCATION 'uri'; there are OPTIONS (...) and COMMENT 'text'.

CREATE MODEL t OPTIONS (model_type = 'logistic_reg') AS SELECT 1 AS x;
--! [STATEMENT_SYNTAX] SQLSTATE 42601
--! The clause AS of CREATE MODEL is not supported by this version. A model comes from a file, by USING onnx LOCATION 'uri'; there are OPTIONS (...) and COMMENT 'text'.

SELECT * FROM ML.PREDICT(MODEL difference, TABLE photos);
--! [STATEMENT_REWRITE] SQLSTATE 42601
--! ML.PREDICT(...) over a table is another dialect's. Write instead: SELECT * FROM (SELECT *, predict(difference) AS prediction FROM photos)

SELECT * FROM ML_PREDICT(TABLE photos, MODEL difference, DESCRIPTOR(price, cost));
--! [STATEMENT_REWRITE] SQLSTATE 42601
--! ML_PREDICT(...) over a table is another dialect's. Write instead: SELECT * FROM (SELECT *, predict(difference, price, cost) AS prediction FROM photos)

SELECT * FROM PREDICT(MODEL = difference, DATA = photos);
--! [UNRESOLVED_COLUMN.WITHOUT_SUGGESTION] SQLSTATE 42703
--! A column or function parameter with name `MODEL` cannot be resolved.

SELECT difference!predict(price, cost) FROM VALUES (1, 2) AS t (price, cost);
--! [STATEMENT_REWRITE] SQLSTATE 42601
--! A model has no method !predict. Write instead: SELECT predict(difference, price, cost) FROM VALUES (1, 2) AS t (price, cost)

SELECT predict(difference, *) FROM VALUES (1, 2) AS t (price, cost);
--: `predict(difference, price, cost)` FLOAT
--> 0.0

SELECT predict(difference, struct(*)) FROM VALUES (1, 2) AS t (price, cost);
--: `predict(difference, struct(price, cost))` FLOAT
--> 0.0

SELECT price FROM VALUES (1, 2) AS t (price, cost) WHERE predict(difference, struct(*)) < 1;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument '*' of 'predict' stands where Spark expands no star, which it does in SELECT alone. Write predict('difference') to take the columns that have the names of its inputs, or call it in the SELECT of a subquery.

SELECT price FROM VALUES (1, 2) AS t (price, cost) WHERE predict(difference, *) < 1;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument '*' of 'predict' stands where Spark expands no star, which it does in SELECT alone. Write predict('difference') to take the columns that have the names of its inputs, or call it in the SELECT of a subquery.

SELECT price FROM VALUES (1, 2) AS t (price, cost) ORDER BY predict('difference', struct(t.*));
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument '*' of 'predict' stands where Spark expands no star, which it does in SELECT alone. Write predict('difference') to take the columns that have the names of its inputs, or call it in the SELECT of a subquery.

SELECT price FROM VALUES (1, 2) AS t (price, cost) WHERE predict(difference) < 1;
--: price INT NOT NULL
--> 1

SELECT predict(efficientnet, content).* FROM photos;
--! [STATEMENT_REWRITE] SQLSTATE 42601
--! The fields of a call cannot be taken by '.*' at once. Write instead: SELECT p.* FROM (SELECT *, predict(efficientnet, content) AS p FROM photos)

-- Spark's own words.
SELECT 'ML.PREDICT(MODEL x)' AS text, 1 AS model, 2 AS predict -- !predict(
;
--: text STRING NOT NULL, model INT NOT NULL, predict INT NOT NULL
--> ML.PREDICT(MODEL x)	1	2

SELECT models.version FROM VALUES (1) AS models (version);
--: version INT NOT NULL
--> 1

CREATE TABLE models (model INT, alias INT) USING parquet;
--: no columns

SHOW COLUMNS IN models;
--: col_name STRING NOT NULL
--> model
--> alias

DROP TABLE models;
--: no columns

SHOW TABLES LIKE 'models';
--: namespace STRING NOT NULL, tableName STRING NOT NULL, isTemporary BOOLEAN NOT NULL

CREATE MODELS;
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near 'MODELS'.

DROP MODELS m;
--! [PARSE_SYNTAX_ERROR] SQLSTATE 42601
--! Syntax error at or near 'MODELS'.

EXPLAIN SHOW MODELS;
--: plan STRING
--> == Physical Plan ==
--> Execute StatementCommand
-->    +- StatementCommand ShowModels[namespace=Optional.empty, pattern=Optional.empty]
-->
