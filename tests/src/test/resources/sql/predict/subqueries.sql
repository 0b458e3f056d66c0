-- predict in subqueries, CTEs, views, cached tables and what writes tables.
--@ again spark.sql.adaptive.enabled=false
--@ again spark.cerium.optimizer.batch-calls=false

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE TABLE sales (shop STRING, price FLOAT, cost FLOAT) USING parquet;
--: no columns

INSERT INTO sales VALUES ('a', 1, 1), ('a', 2, 1), ('b', 3, 1), ('b', 4, 9), ('c', 5, 0);
--: no columns

CREATE TABLE goals (shop STRING, goal FLOAT) USING parquet;
--: no columns

INSERT INTO goals VALUES ('a', 3), ('b', 5), ('d', 1);
--: no columns

-- Scalar, correlated or not
SELECT (SELECT max(predict(difference, price, cost)) FROM sales) AS most;
--: most FLOAT
--> 10.0

SELECT price FROM sales WHERE predict(difference, price, cost) > (SELECT avg(predict(difference, price, cost)) FROM sales);
--: price FLOAT
--> 3.0
--> 5.0

SELECT goal, (SELECT max(predict(difference, price, cost)) FROM sales s WHERE s.shop = g.shop) AS most FROM goals g;
--: goal FLOAT, most FLOAT
--> 1.0	NULL
--> 3.0	3.0
--> 5.0	5.0

SELECT goal, predict(difference, goal, (SELECT max(cost) FROM sales s WHERE s.shop = g.shop)) AS d FROM goals g;
--: goal FLOAT, d FLOAT
--> 1.0	NULL
--> 3.0	5.0
--> 5.0	1.0

-- EXISTS and IN
SELECT goal FROM goals g WHERE EXISTS (SELECT 1 FROM sales s WHERE s.shop = g.shop AND predict(difference, s.price, s.cost) >= g.goal);
--: goal FLOAT
--> 3.0
--> 5.0

SELECT goal FROM goals g WHERE NOT EXISTS (SELECT 1 FROM sales s WHERE s.shop = g.shop AND predict(difference, s.price, s.cost) >= g.goal);
--: goal FLOAT
--> 1.0

SELECT goal FROM goals WHERE goal IN (SELECT predict(difference, price, cost) FROM sales);
--: goal FLOAT
--> 1.0
--> 3.0
--> 5.0

SELECT goal FROM goals WHERE goal NOT IN (SELECT predict(difference, price, cost) FROM sales);
--: goal FLOAT

SELECT price FROM sales WHERE predict(difference, price, cost) IN (SELECT goal FROM goals);
--: price FLOAT
--> 1.0
--> 2.0
--> 3.0

SELECT price, predict(difference, price, cost) IN (SELECT goal FROM goals) AS reached FROM sales;
--: price FLOAT, reached BOOLEAN
--> 1.0	true
--> 2.0	true
--> 3.0	true
--> 4.0	false
--> 5.0	false

-- CTEs
WITH scored AS (SELECT shop, predict(difference, price, cost) AS d FROM sales) SELECT shop, max(d) FROM scored GROUP BY shop;
--: shop STRING, `max(d)` FLOAT
--> a	3.0
--> b	5.0
--> c	10.0

WITH scored AS (SELECT shop, price, predict(difference, price, cost) AS d FROM sales) SELECT a.price, b.price FROM scored a JOIN scored b ON a.d = b.d + 2;
--: price FLOAT, price FLOAT
--> 1.0	4.0
--> 2.0	1.0
--> 3.0	2.0

WITH price_of AS (SELECT max(price) AS price, min(cost) AS cost FROM sales) SELECT predict(difference) AS d FROM price_of;
--: d FLOAT
--> 10.0

-- LATERAL
SELECT goal, d FROM goals g, LATERAL (SELECT predict(difference, g.goal, 1F) AS d);
--: goal FLOAT, d FLOAT
--> 1.0	1.0
--> 3.0	5.0
--> 5.0	9.0

SELECT goal, d FROM goals g, LATERAL (SELECT max(predict(difference, s.price, s.cost)) AS d FROM sales s WHERE s.shop = g.shop);
--: goal FLOAT, d FLOAT
--> 1.0	NULL
--> 3.0	3.0
--> 5.0	5.0

-- Views keep the call, not its answer
CREATE VIEW scored AS SELECT shop, price, predict(difference, price, cost) AS d FROM sales;
--: no columns

SELECT * FROM scored WHERE d > 2;
--: shop STRING, price FLOAT, d FLOAT
--> a	2.0	3.0
--> b	3.0	5.0
--> c	5.0	10.0

INSERT INTO sales VALUES ('e', 50, 0);
--: no columns

SELECT d FROM scored WHERE shop = 'e';
--: d FLOAT
--> 100.0

CREATE TEMPORARY VIEW small AS SELECT price FROM sales WHERE predict(difference) < 3;
--: no columns

SELECT * FROM small;
--: price FLOAT
--> 1.0
--> 4.0

SELECT max(d) FROM scored;
--: `max(d)` FLOAT
--> 100.0

DESCRIBE scored;
--: col_name STRING NOT NULL, data_type STRING NOT NULL, comment STRING
--> shop                	string
--> price               	float
--> d                   	float

-- A view follows the model's new version
CREATE OR REPLACE MODEL difference USING onnx LOCATION '${resources}/models/reserved.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	2	2

SELECT * FROM scored WHERE shop = 'e';
--: shop STRING, price FLOAT, d FLOAT
--> e	50.0	50.0

CREATE OR REPLACE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	3	3

SELECT * FROM scored WHERE shop = 'e';
--: shop STRING, price FLOAT, d FLOAT
--> e	50.0	100.0

-- Writing
CREATE TABLE kept USING parquet AS SELECT shop, predict(difference, price, cost) AS d FROM sales;
--: no columns

SELECT * FROM kept;
--: shop STRING, d FLOAT
--> a	1.0
--> a	3.0
--> b	-1.0
--> b	5.0
--> c	10.0
--> e	100.0

INSERT INTO kept SELECT shop, predict(difference, goal, goal) FROM goals;
--: no columns

INSERT INTO kept VALUES ('z', predict(difference, 1F, 0F));
--! [INVALID_INLINE_TABLE.CANNOT_EVALUATE_EXPRESSION_IN_INLINE_TABLE]
--! Invalid inline table. Cannot evaluate the expression "predict(difference, 1.0, 0.0)" in inline table definition.

SELECT * FROM kept WHERE shop IN ('d', 'z');
--: shop STRING, d FLOAT
--> d	1.0

INSERT OVERWRITE kept SELECT shop, predict(difference, price, cost) FROM sales WHERE predict(difference, price, cost) > 5;
--: no columns

SELECT * FROM kept;
--: shop STRING, d FLOAT
--> c	10.0
--> e	100.0

INSERT OVERWRITE DIRECTORY '${work}/kept' USING json SELECT predict(difference, price, cost) AS d FROM sales WHERE price = 1;
--: no columns

SELECT * FROM json.`${work}/kept`;
--: d DOUBLE
--> 1.0

-- Caching
CACHE TABLE cached AS SELECT shop, price, predict(difference, price, cost) AS d FROM sales;
--: no columns

SELECT shop, d FROM cached WHERE price = 2;
--: shop STRING, d FLOAT
--> a	3.0

SELECT predict(difference, price, d) AS again FROM cached WHERE price = 2;
--: again FLOAT
--> 1.0

UNCACHE TABLE cached;
--: no columns

CACHE LAZY TABLE scored;
--: no columns

SELECT max(d) FROM scored;
--: `max(d)` FLOAT
--> 100.0

UNCACHE TABLE scored;
--: no columns

-- A table that a parameter names
SELECT predict(difference, price, cost) AS d FROM IDENTIFIER('sales') WHERE price = 3;
--: d FLOAT
--> 5.0

-- EXISTS and IN beside a call, in its condition and in its input
SELECT price FROM sales s WHERE EXISTS (SELECT 1 FROM goals g WHERE g.shop = s.shop AND g.goal > 4) OR predict(difference, price, cost) > 4;
--: price FLOAT
--> 3.0
--> 4.0
--> 5.0
--> 50.0

SELECT price, CASE WHEN EXISTS (SELECT 1 FROM goals g WHERE g.shop = s.shop) THEN predict(difference, price, cost) END AS d FROM sales s;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 2.0	3.0
--> 3.0	5.0
--> 4.0	-1.0
--> 5.0	NULL
--> 50.0	NULL

SELECT price, CASE WHEN price + 1 IN (SELECT goal FROM goals g WHERE g.shop = s.shop) THEN predict(difference, price, cost) END AS d FROM sales s;
--: price FLOAT, d FLOAT
--> 1.0	NULL
--> 2.0	3.0
--> 3.0	NULL
--> 4.0	-1.0
--> 5.0	NULL
--> 50.0	NULL

SELECT price, CASE WHEN price + 1 NOT IN (SELECT goal FROM goals g WHERE g.shop = s.shop) THEN predict(difference, price, cost) END AS d FROM sales s;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 2.0	NULL
--> 3.0	5.0
--> 4.0	NULL
--> 5.0	10.0
--> 50.0	100.0

SELECT price, predict(difference, price, IF(EXISTS (SELECT 1 FROM goals g WHERE g.shop = s.shop), 1, 0)) AS d FROM sales s;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 2.0	3.0
--> 3.0	5.0
--> 4.0	7.0
--> 5.0	10.0
--> 50.0	100.0

SELECT shop, sum(CASE WHEN EXISTS (SELECT 1 FROM goals g WHERE g.shop = s.shop) THEN predict(difference, price, cost) ELSE 0 END) AS d FROM sales s GROUP BY shop;
--: shop STRING, d DOUBLE
--> a	4.0
--> b	4.0
--> c	0.0
--> e	0.0

SELECT price, CASE WHEN predict(difference, price, cost) IN (SELECT goal FROM goals) THEN predict(difference, price => cost, cost => price) END AS d FROM sales s;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 2.0	0.0
--> 3.0	-1.0
--> 4.0	NULL
--> 5.0	NULL
--> 50.0	NULL

SELECT s.price, g.goal FROM sales s JOIN goals g ON s.shop = g.shop AND (s.price IN (SELECT goal FROM goals) OR predict(difference, s.price, g.goal) > 1);
--: price FLOAT, goal FLOAT
--> 1.0	3.0
--> 3.0	5.0
--> 4.0	5.0

-- Calls on both sides of a correlation
SELECT price FROM sales s WHERE EXISTS (SELECT 1 FROM goals g WHERE predict(difference, g.goal, g.goal) > predict(difference, s.price, s.cost));
--: price FLOAT
--> 1.0
--> 2.0
--> 4.0

SELECT price FROM sales s WHERE NOT EXISTS (SELECT 1 FROM goals g WHERE g.shop = s.shop AND predict(difference, g.goal, g.goal) <> predict(difference, s.price, s.cost));
--: price FLOAT
--> 2.0
--> 3.0
--> 5.0
--> 50.0

SELECT price FROM sales s WHERE shop IN (SELECT shop FROM goals g WHERE predict(difference, g.goal, g.goal) >= predict(difference, s.price, s.cost));
--: price FLOAT
--> 1.0
--> 2.0
--> 3.0
--> 4.0

SELECT price, EXISTS (SELECT 1 FROM goals g WHERE predict(difference, g.goal, g.goal) = predict(difference, s.price, s.cost)) AS reached FROM sales s;
--: price FLOAT, reached BOOLEAN NOT NULL
--> 1.0	true
--> 2.0	true
--> 3.0	true
--> 4.0	false
--> 5.0	false
--> 50.0	false

SELECT price FROM sales s WHERE price = 5 OR EXISTS (SELECT 1 FROM goals g WHERE predict(difference, g.goal, g.goal) = predict(difference, s.price, s.cost));
--: price FLOAT
--> 1.0
--> 2.0
--> 3.0
--> 5.0
