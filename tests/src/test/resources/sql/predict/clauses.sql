-- predict in every clause of a query. The model: difference = 2 * price - cost.
--@ again spark.sql.codegen.wholeStage=false spark.sql.codegen.factoryMode=NO_CODEGEN
--@ again spark.sql.adaptive.enabled=false
--@ again spark.sql.ansi.enabled=true
--@ again spark.cerium.optimizer.batch-calls=false

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE TABLE sales (shop STRING, price FLOAT, cost FLOAT) USING parquet;
--: no columns

INSERT INTO sales VALUES ('a', 1, 1), ('a', 2, 1), ('b', 3, 1), ('b', 4, 9), ('c', 5, 0), ('c', NULL, 1);
--: no columns

CREATE TABLE goals (shop STRING, goal FLOAT) USING parquet;
--: no columns

INSERT INTO goals VALUES ('a', 3), ('b', 5), ('d', 1);
--: no columns

-- SELECT
SELECT price, predict(difference, price, cost) AS d FROM sales;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 2.0	3.0
--> 3.0	5.0
--> 4.0	-1.0
--> 5.0	10.0
--> NULL	NULL

SELECT price, predict(difference, price, cost) + FLOAT(1) AS d, -predict(difference, cost + 0, price) AS e FROM sales;
--: price FLOAT, d FLOAT, e FLOAT
--> 1.0	2.0	-1.0
--> 2.0	4.0	-0.0
--> 3.0	6.0	1.0
--> 4.0	0.0	-14.0
--> 5.0	11.0	5.0
--> NULL	NULL	NULL

SELECT DISTINCT predict(difference, 1.0F, cost) AS d FROM sales;
--: d FLOAT
--> -7.0
--> 1.0
--> 2.0

SELECT *, predict(difference, price, cost) FROM sales;
--: shop STRING, price FLOAT, cost FLOAT, `predict(difference, price, cost)` FLOAT
--> a	1.0	1.0	1.0
--> a	2.0	1.0	3.0
--> b	3.0	1.0	5.0
--> b	4.0	9.0	-1.0
--> c	5.0	0.0	10.0
--> c	NULL	1.0	NULL

-- WHERE, alone and with the same call in SELECT
SELECT price FROM sales WHERE predict(difference, price, cost) > 2;
--: price FLOAT
--> 2.0
--> 3.0
--> 5.0

SELECT price, predict(difference, price, cost) AS d FROM sales WHERE predict(difference, price, cost) BETWEEN 2 AND 6;
--: price FLOAT, d FLOAT
--> 2.0	3.0
--> 3.0	5.0

SELECT price FROM sales WHERE shop = 'a' AND predict(difference, price, cost) > 1 OR predict(difference, price, cost) = 10;
--: price FLOAT
--> 2.0
--> 5.0

SELECT price FROM sales WHERE predict(difference, price, cost) IS NULL;
--: price FLOAT
--> NULL

SELECT price FROM sales WHERE NOT predict(difference, price, cost) > 2;
--: price FLOAT
--> 1.0
--> 4.0

-- ORDER BY and LIMIT
SELECT price FROM sales ORDER BY predict(difference, price, cost) DESC NULLS LAST, price;
--: price FLOAT
--> 5.0
--> 3.0
--> 2.0
--> 1.0
--> 4.0
--> NULL

SELECT price, predict(difference, price, cost) AS d FROM sales ORDER BY d LIMIT 3;
--: price FLOAT, d FLOAT
--> NULL	NULL
--> 4.0	-1.0
--> 1.0	1.0

SELECT price, predict(difference, price, cost) AS d FROM sales ORDER BY price NULLS LAST LIMIT 2 OFFSET 1;
--: price FLOAT, d FLOAT
--> 2.0	3.0
--> 3.0	5.0

SELECT count(*) FROM (SELECT predict(difference, price, cost) FROM sales LIMIT 4);
--: `count(1)` BIGINT NOT NULL
--> 4

-- GROUP BY, HAVING, aggregates
SELECT predict(difference, price, cost) > 2 AS big, count(*) FROM sales GROUP BY predict(difference, price, cost) > 2;
--: big BOOLEAN, `count(1)` BIGINT NOT NULL
--> NULL	1
--> false	2
--> true	3

SELECT predict(difference, price, cost) > 2 AS big, count(*) FROM sales GROUP BY 1;
--: big BOOLEAN, `count(1)` BIGINT NOT NULL
--> NULL	1
--> false	2
--> true	3

SELECT shop, sum(predict(difference, price, cost)) AS total FROM sales GROUP BY shop;
--: shop STRING, total DOUBLE
--> a	4.0
--> b	4.0
--> c	10.0

SELECT shop, max(price) FROM sales GROUP BY shop HAVING max(predict(difference, price, cost)) > 4;
--: shop STRING, `max(price)` FLOAT
--> b	4.0
--> c	5.0

SELECT shop, predict(difference, sum(price), sum(cost)) AS d FROM sales GROUP BY shop;
--: shop STRING, d FLOAT
--> a	4.0
--> b	4.0
--> c	9.0

SELECT shop FROM sales GROUP BY shop HAVING predict(difference, sum(price), sum(cost)) > 4;
--: shop STRING
--> c

SELECT sum(price) FILTER (WHERE predict(difference, price, cost) > 2) AS s FROM sales;
--: s DOUBLE
--> 10.0

SELECT count(DISTINCT predict(difference, price, cost)) AS n, collect_set(predict(difference, price, price)) AS s FROM sales WHERE shop = 'a';
--: n BIGINT NOT NULL, s ARRAY<FLOAT> NOT NULL
--> 2	[2.0,1.0]

SELECT shop, predict(difference, price, cost) > 2 AS big, count(*) FROM sales GROUP BY CUBE (shop, predict(difference, price, cost) > 2);
--: shop STRING, big BOOLEAN, `count(1)` BIGINT NOT NULL
--> NULL	NULL	1
--> NULL	NULL	6
--> NULL	false	2
--> NULL	true	3
--> a	NULL	2
--> a	false	1
--> a	true	1
--> b	NULL	2
--> b	false	1
--> b	true	1
--> c	NULL	1
--> c	NULL	2
--> c	true	1

-- Joins
SELECT s.price, g.goal FROM sales s JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, s.cost) > g.goal;
--: price FLOAT, goal FLOAT

SELECT s.price, g.goal FROM sales s LEFT JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, s.cost) >= g.goal;
--: price FLOAT, goal FLOAT
--> 1.0	NULL
--> 2.0	3.0
--> 3.0	5.0
--> 4.0	NULL
--> 5.0	NULL
--> NULL	NULL

SELECT s.price, g.shop FROM sales s RIGHT JOIN goals g ON predict(difference, s.price, s.cost) = g.goal;
--: price FLOAT, shop STRING
--> 1.0	d
--> 2.0	a
--> 3.0	b

SELECT s.price, g.goal FROM sales s FULL OUTER JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, g.goal) > 0;
--: price FLOAT, goal FLOAT
--> 1.0	NULL
--> 2.0	3.0
--> 3.0	5.0
--> 4.0	5.0
--> 5.0	NULL
--> NULL	1.0
--> NULL	NULL

SELECT s.price FROM sales s LEFT SEMI JOIN goals g ON predict(difference, s.price, s.cost) = g.goal;
--: price FLOAT
--> 1.0
--> 2.0
--> 3.0

SELECT s.price FROM sales s LEFT ANTI JOIN goals g ON predict(difference, s.price, s.cost) = g.goal;
--: price FLOAT
--> 4.0
--> 5.0
--> NULL

SELECT s.price, g.goal, predict(difference, s.price, g.goal) AS d FROM sales s JOIN goals g ON s.shop = g.shop;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	-1.0
--> 2.0	3.0	1.0
--> 3.0	5.0	1.0
--> 4.0	5.0	3.0

SELECT a.price, b.price FROM sales a JOIN sales b ON predict(difference, a.price, a.cost) = predict(difference, b.price, b.cost) - 2;
--: price FLOAT, price FLOAT
--> 1.0	2.0
--> 2.0	3.0
--> 4.0	1.0

SELECT s.price, d FROM sales s JOIN (SELECT shop, predict(difference, goal, 0F) AS d FROM goals) g USING (shop);
--: price FLOAT, d FLOAT
--> 1.0	6.0
--> 2.0	6.0
--> 3.0	10.0
--> 4.0	10.0

-- Windows
SELECT price, sum(predict(difference, price, cost)) OVER (PARTITION BY shop ORDER BY price NULLS LAST) AS running FROM sales;
--: price FLOAT, running DOUBLE
--> 1.0	1.0
--> 2.0	4.0
--> 3.0	5.0
--> 4.0	4.0
--> 5.0	10.0
--> NULL	10.0

SELECT price, rank() OVER (ORDER BY predict(difference, price, cost) DESC) AS place FROM sales;
--: price FLOAT, place INT NOT NULL
--> 1.0	4
--> 2.0	3
--> 3.0	2
--> 4.0	5
--> 5.0	1
--> NULL	6

SELECT price, count(*) OVER (PARTITION BY predict(difference, price, cost) > 2) AS n FROM sales;
--: price FLOAT, n BIGINT NOT NULL
--> 1.0	2
--> 2.0	3
--> 3.0	3
--> 4.0	2
--> 5.0	3
--> NULL	1

SELECT price, predict(difference, avg(price) OVER (PARTITION BY shop), cost) AS d FROM sales;
--: price FLOAT, d FLOAT
--> 1.0	2.0
--> 2.0	2.0
--> 3.0	6.0
--> 4.0	-2.0
--> 5.0	10.0
--> NULL	9.0

-- CASE and other conditionals
SELECT price, CASE WHEN price > 3 THEN predict(difference, price, cost) WHEN price > 1 THEN FLOAT(-1) END AS d FROM sales;
--: price FLOAT, d FLOAT
--> 1.0	NULL
--> 2.0	-1.0
--> 3.0	-1.0
--> 4.0	-1.0
--> 5.0	10.0
--> NULL	NULL

SELECT price, CASE WHEN predict(difference, price, cost) > 2 THEN 'big' ELSE 'small' END AS size FROM sales;
--: price FLOAT, size STRING NOT NULL
--> 1.0	small
--> 2.0	big
--> 3.0	big
--> 4.0	small
--> 5.0	big
--> NULL	small

SELECT price, if(shop = 'b', predict(difference, price, cost), 0F) AS d, coalesce(predict(difference, price, cost), -100F) AS e FROM sales;
--: price FLOAT, d FLOAT, e FLOAT NOT NULL
--> 1.0	0.0	1.0
--> 2.0	0.0	3.0
--> 3.0	5.0	5.0
--> 4.0	-1.0	-1.0
--> 5.0	0.0	10.0
--> NULL	0.0	-100.0

SELECT price, nullif(predict(difference, price, cost), 1F) AS d, nvl(predict(difference, price, cost), cost) AS e FROM sales;
--: price FLOAT, d FLOAT, e FLOAT
--> 1.0	NULL	1.0
--> 2.0	3.0	3.0
--> 3.0	5.0	5.0
--> 4.0	-1.0	-1.0
--> 5.0	10.0	10.0
--> NULL	NULL	1.0

-- Calls in calls, in lambdas' surroundings, in structs and arrays
SELECT price, predict(difference, predict(difference, price, cost), cost) AS d FROM sales;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 2.0	5.0
--> 3.0	9.0
--> 4.0	-11.0
--> 5.0	20.0
--> NULL	NULL

SELECT struct(predict(difference, price, cost) AS d).d, array(predict(difference, price, cost))[0], map('d', predict(difference, price, cost))['d'] FROM sales;
--: `struct(predict(difference, price, cost) AS d).d` FLOAT, `array(predict(difference, price, cost))[0]` FLOAT, `map(d, predict(difference, price, cost))[d]` FLOAT
--> -1.0	-1.0	-1.0
--> 1.0	1.0	1.0
--> 10.0	10.0	10.0
--> 3.0	3.0	3.0
--> 5.0	5.0	5.0
--> NULL	NULL	NULL

SELECT transform(array(1F, 2F), x -> x + predict(difference, price, cost)) AS t FROM sales;
--: t ARRAY<FLOAT> NOT NULL
--> [0.0,1.0]
--> [11.0,12.0]
--> [2.0,3.0]
--> [4.0,5.0]
--> [6.0,7.0]
--> [null,null]

SELECT transform(array(1F, 2F), x -> predict(difference, x, cost)) AS t FROM sales;
--: t ARRAY<FLOAT> NOT NULL
--> [-7.0,-5.0]
--> [1.0,3.0]
--> [1.0,3.0]
--> [1.0,3.0]
--> [1.0,3.0]
--> [2.0,4.0]

-- Set operations, generators, sampling, distribution
SELECT predict(difference, price, cost) AS d FROM sales UNION SELECT goal FROM goals;
--: d FLOAT
--> -1.0
--> 1.0
--> 10.0
--> 3.0
--> 5.0
--> NULL

SELECT predict(difference, price, cost) AS d FROM sales UNION ALL SELECT predict(difference, goal, goal) FROM goals;
--: d FLOAT
--> -1.0
--> 1.0
--> 1.0
--> 10.0
--> 3.0
--> 3.0
--> 5.0
--> 5.0
--> NULL

SELECT goal FROM goals INTERSECT SELECT predict(difference, price, cost) FROM sales;
--: goal FLOAT
--> 1.0
--> 3.0
--> 5.0

SELECT goal FROM goals EXCEPT SELECT predict(difference, price, cost) FROM sales;
--: goal FLOAT

SELECT price, e FROM sales LATERAL VIEW explode(array(predict(difference, price, cost), cost)) t AS e;
--: price FLOAT, e FLOAT
--> 1.0	1.0
--> 1.0	1.0
--> 2.0	1.0
--> 2.0	3.0
--> 3.0	1.0
--> 3.0	5.0
--> 4.0	-1.0
--> 4.0	9.0
--> 5.0	0.0
--> 5.0	10.0
--> NULL	1.0
--> NULL	NULL

SELECT explode(array(predict(difference, price, cost), 0F)) AS e FROM sales;
--: e FLOAT
--> -1.0
--> 0.0
--> 0.0
--> 0.0
--> 0.0
--> 0.0
--> 0.0
--> 1.0
--> 10.0
--> 3.0
--> 5.0
--> NULL

SELECT price, e, predict(difference, e, cost) AS d FROM sales LATERAL VIEW explode(array(price, 10F)) t AS e;
--: price FLOAT, e FLOAT, d FLOAT
--> 1.0	1.0	1.0
--> 1.0	10.0	19.0
--> 2.0	10.0	19.0
--> 2.0	2.0	3.0
--> 3.0	10.0	19.0
--> 3.0	3.0	5.0
--> 4.0	10.0	11.0
--> 4.0	4.0	-1.0
--> 5.0	10.0	20.0
--> 5.0	5.0	10.0
--> NULL	10.0	19.0
--> NULL	NULL	NULL

SELECT predict(difference, price, cost) AS d FROM sales TABLESAMPLE (100 PERCENT);
--: d FLOAT
--> -1.0
--> 1.0
--> 10.0
--> 3.0
--> 5.0
--> NULL

SELECT predict(difference, price, cost) AS d FROM sales DISTRIBUTE BY predict(difference, price, cost) SORT BY d;
--: d FLOAT
--> -1.0
--> 1.0
--> 10.0
--> 3.0
--> 5.0
--> NULL

SELECT * FROM (SELECT shop, price, predict(difference, price, cost) AS d FROM sales) PIVOT (sum(d) FOR shop IN ('a', 'b'));
--: price FLOAT, a DOUBLE, b DOUBLE
--> 1.0	1.0	NULL
--> 2.0	3.0	NULL
--> 3.0	NULL	5.0
--> 4.0	NULL	-1.0
--> 5.0	NULL	NULL
--> NULL	NULL	NULL

-- Nothing to do
SELECT predict(difference, price, cost) AS d FROM sales WHERE false;
--: d FLOAT

SELECT predict(difference, price, cost) AS d FROM sales LIMIT 0;
--: d FLOAT

SELECT predict(difference, 1, 2) AS d;
--: d FLOAT
--> 0.0

SELECT predict(difference, id, 1) AS d FROM range(3);
--: d FLOAT
--> -1.0
--> 1.0
--> 3.0

SELECT predict(difference, price, cost) AS d FROM VALUES (1, 2), (3, 4) AS t (price, cost);
--: d FLOAT
--> 0.0
--> 2.0

-- Calls that are alike under conditions that are not
SELECT id, predict(difference, id, 1) AS d FROM range(4) WHERE id < 2 OR predict(difference, id, 1) > 2;
--: id BIGINT NOT NULL, d FLOAT
--> 0	-1.0
--> 1	1.0
--> 2	3.0
--> 3	5.0

SELECT id, CASE WHEN id = 0 THEN predict(difference, id, 1) WHEN id = 1 THEN try_predict(difference, id, 1) END AS d FROM range(3);
--: id BIGINT NOT NULL, d FLOAT
--> 0	-1.0
--> 1	1.0
--> 2	NULL

-- Conditions and inputs by chance
SELECT count(d) BETWEEN 300 AND 700 AS half FROM (SELECT CASE WHEN rand(5) < 0.5 THEN predict(difference, id, 1) END AS d FROM range(1000));
--: half BOOLEAN NOT NULL
--> true

SELECT count(DISTINCT d) > 900 AS many FROM (SELECT predict(difference, rand(3), 1) AS d FROM range(1000));
--: many BOOLEAN NOT NULL
--> true

SELECT count(*) > 0 AS some FROM (SELECT id, predict(difference, rand(3), 1) AS d FROM range(100)) WHERE d > 0 AND rand(7) < 0.9;
--: some BOOLEAN NOT NULL
--> true

-- Conditions over a whole group, outside of what is aggregated
SELECT shop, CASE WHEN count(*) > 1 THEN avg(predict(difference, price, cost)) END AS d FROM sales GROUP BY shop;
--: shop STRING, d DOUBLE
--> a	2.0
--> b	2.0
--> c	10.0

SELECT shop, IF(min(price) > 2, 0, sum(predict(difference, price, cost)) / count(*)) AS d FROM sales GROUP BY shop;
--: shop STRING, d DOUBLE
--> a	2.0
--> b	0.0
--> c	0.0

SELECT shop, coalesce(max(price) FILTER (WHERE price > 2), max(predict(difference, price, cost))) AS most FROM sales GROUP BY shop;
--: shop STRING, most FLOAT
--> a	3.0
--> b	4.0
--> c	5.0

SELECT shop FROM sales GROUP BY shop HAVING count(*) > 1 AND max(predict(difference, price, cost)) > 4;
--: shop STRING
--> b
--> c

SELECT shop, CASE WHEN count(*) > 1 THEN max(predict(difference, price, cost)) FILTER (WHERE cost = 1) END AS d FROM sales GROUP BY shop;
--: shop STRING, d FLOAT
--> a	3.0
--> b	5.0
--> c	NULL

-- What stands behind a condition that is NULL is not evaluated
SELECT price, CASE WHEN flag THEN CASE WHEN 1 / zero > 0 THEN predict(difference, price, 1) END END AS d FROM VALUES (1F, CAST(NULL AS BOOLEAN), 0), (2F, true, 2) AS t (price, flag, zero);
--: price FLOAT NOT NULL, d FLOAT
--> 1.0	NULL
--> 2.0	3.0

SELECT price, nanvl(price, predict(difference, 1 / zero, 1)) AS d FROM VALUES (1F, 0), (FLOAT('NaN'), 2) AS t (price, zero);
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> NaN	0.0
