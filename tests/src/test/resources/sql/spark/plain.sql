-- Spark's own SQL, untouched by the extension: rows, order, errors at analysis and at run time.
--@ again spark.sql.codegen.wholeStage=false
--@ again spark.sql.adaptive.enabled=false

SELECT 1 AS one, 'a;b' AS text, array(1.5D, null) AS numbers;
--: one INT NOT NULL, text STRING NOT NULL, numbers ARRAY<DOUBLE> NOT NULL
--> 1	a;b	[1.5,null]

CREATE TABLE t (k INT, v STRING) USING parquet;
--: no columns

INSERT INTO t VALUES (2, 'b'), (1, 'a'), (3, NULL);
--: no columns

SELECT * FROM t;
--: k INT, v STRING
--> 1	a
--> 2	b
--> 3	NULL

SELECT * FROM t ORDER BY k DESC;
--: k INT, v STRING
--> 3	NULL
--> 2	b
--> 1	a

SELECT nosuch FROM t;
--! [UNRESOLVED_COLUMN.WITH_SUGGESTION] SQLSTATE 42703
--! A column or function parameter with name `nosuch` cannot be resolved. Did you mean one of the following? [`k`, `v`].

SELECT * FROM nosuch;
--! [TABLE_OR_VIEW_NOT_FOUND] SQLSTATE 42P01
--! The table or view `nosuch` cannot be found. Verify the spelling and correctness of the schema and catalog.
--! If you did not qualify the name with a schema, verify the current_schema() output, or qualify the name with the correct schema and catalog.
--! To tolerate the error on drop use DROP VIEW IF EXISTS or DROP TABLE IF EXISTS.

SELECT FROM WHERE;
--! [UNRESOLVED_COLUMN.WITHOUT_SUGGESTION] SQLSTATE 42703
--! A column or function parameter with name `FROM` cannot be resolved.

SELECT raise_error(concat('row ', k)) FROM t WHERE k = 2;
--! [RuntimeException] at run time
--! row 2

DESCRIBE t;
--: col_name STRING NOT NULL, data_type STRING NOT NULL, comment STRING
--> k                   	int
--> v                   	string

SHOW TABLES;
--: namespace STRING NOT NULL, tableName STRING NOT NULL, isTemporary BOOLEAN NOT NULL
--> t
--> photos

SELECT predict_nothing(k) FROM t;
--! [UNRESOLVED_ROUTINE] SQLSTATE 42883
--! Cannot resolve function `predict_nothing` on search path [`system`.`builtin`, `system`.`session`, `spark_catalog`.`script`].

/* no; statement */ SELECT 'line
break' AS `a;b`;
--: `a;b` STRING NOT NULL
--> line
--> break
