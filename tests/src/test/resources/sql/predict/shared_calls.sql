-- The same call twice in a query, with a join or a generator between. The model: difference = 2 * price - cost.
--@ again spark.sql.adaptive.enabled=false
--@ again spark.sql.autoBroadcastJoinThreshold=-1
--@ again spark.cerium.optimizer.batch-calls=false

CREATE MODEL difference USING onnx LOCATION '${resources}/models/difference.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> difference	1	1

CREATE TABLE sales (shop STRING, price FLOAT, cost FLOAT) USING parquet;
--: no columns

INSERT INTO sales VALUES ('a', 1, 1), ('a', 2, 1), ('b', 3, 1), ('b', 4, 9), ('c', 5, 0), ('c', NULL, 1);
--: no columns

CREATE TABLE goals (shop STRING, goal FLOAT, tags ARRAY<STRING>) USING parquet;
--: no columns

INSERT INTO goals VALUES ('a', 3, array('new', 'small')), ('b', 5, array()), ('b', 4, array('old')), ('d', 1, NULL);
--: no columns

-- Inner and cross joins, the call on either side
SELECT s.price, g.goal, predict(difference, s.price, s.cost) AS d FROM sales s JOIN goals g ON s.shop = g.shop WHERE predict(difference, s.price, s.cost) > 0;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	1.0
--> 2.0	3.0	3.0
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0

SELECT s.price, g.goal, predict(difference, s.price, s.cost) AS d FROM goals g JOIN sales s ON s.shop = g.shop WHERE predict(difference, s.price, s.cost) > 0;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	1.0
--> 2.0	3.0	3.0
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0

SELECT s.price, g.goal, predict(difference, s.price, s.cost) AS d FROM sales s CROSS JOIN goals g WHERE predict(difference, s.price, s.cost) > 4 AND g.goal > 3;
--: price FLOAT, goal FLOAT, d FLOAT
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0
--> 5.0	4.0	10.0
--> 5.0	5.0	10.0

SELECT *, predict(difference, s.price, s.cost) AS d, predict(difference, g.goal, 0F) AS e FROM sales s JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, s.cost) <= predict(difference, g.goal, 0F);
--: shop STRING, price FLOAT, cost FLOAT, shop STRING, goal FLOAT, tags ARRAY<STRING>, d FLOAT, e FLOAT
--> a	1.0	1.0	a	3.0	["new","small"]	1.0	6.0
--> a	2.0	1.0	a	3.0	["new","small"]	3.0	6.0
--> b	3.0	1.0	b	4.0	["old"]	5.0	8.0
--> b	3.0	1.0	b	5.0	[]	5.0	10.0
--> b	4.0	9.0	b	4.0	["old"]	-1.0	8.0
--> b	4.0	9.0	b	5.0	[]	-1.0	10.0

-- Outer joins: the side that is kept, and the one that is padded
SELECT s.price, g.goal, predict(difference, s.price, s.cost) AS d FROM sales s LEFT JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, s.cost) > g.goal - 1;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	NULL	1.0
--> 2.0	3.0	3.0
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0
--> 4.0	NULL	-1.0
--> 5.0	NULL	10.0
--> NULL	NULL	NULL

SELECT s.price, g.goal, predict(difference, s.price, s.cost) AS d FROM goals g RIGHT JOIN sales s ON s.shop = g.shop WHERE predict(difference, s.price, s.cost) > 0;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	1.0
--> 2.0	3.0	3.0
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0
--> 5.0	NULL	10.0

SELECT g.goal, s.price, predict(difference, s.price, s.cost, on_error => 'struct') AS d FROM goals g LEFT JOIN (SELECT * FROM sales WHERE predict(difference, price, cost, on_error => 'struct').result > 2) s ON s.shop = g.shop;
--: goal FLOAT, price FLOAT, d STRUCT<result: FLOAT, error: STRING>
--> 1.0	NULL	{"result":null,"error":null}
--> 3.0	2.0	{"result":3.0,"error":null}
--> 4.0	3.0	{"result":5.0,"error":null}
--> 5.0	3.0	{"result":5.0,"error":null}

SELECT g.goal, s.price, predict(difference, s.price, s.cost, on_error => 'struct') AS d FROM (SELECT * FROM sales WHERE predict(difference, price, cost, on_error => 'struct').result > 2) s RIGHT JOIN goals g ON s.shop = g.shop;
--: goal FLOAT, price FLOAT, d STRUCT<result: FLOAT, error: STRING>
--> 1.0	NULL	{"result":null,"error":null}
--> 3.0	2.0	{"result":3.0,"error":null}
--> 4.0	3.0	{"result":5.0,"error":null}
--> 5.0	3.0	{"result":5.0,"error":null}

SELECT g.goal, s.price, predict(difference, s.price, s.cost, on_error => 'struct') AS d FROM (SELECT * FROM sales WHERE predict(difference, price, cost, on_error => 'struct').result > 2) s FULL OUTER JOIN goals g ON s.shop = g.shop;
--: goal FLOAT, price FLOAT, d STRUCT<result: FLOAT, error: STRING>
--> 1.0	NULL	{"result":null,"error":null}
--> 3.0	2.0	{"result":3.0,"error":null}
--> 4.0	3.0	{"result":5.0,"error":null}
--> 5.0	3.0	{"result":5.0,"error":null}
--> NULL	5.0	{"result":10.0,"error":null}

-- Semi joins and anti joins
SELECT s.price, predict(difference, s.price, s.cost) AS d FROM sales s LEFT SEMI JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, s.cost) >= g.goal;
--: price FLOAT, d FLOAT
--> 2.0	3.0
--> 3.0	5.0

SELECT s.price, predict(difference, s.price, s.cost) AS d FROM sales s LEFT ANTI JOIN goals g ON s.shop = g.shop AND predict(difference, s.price, s.cost) >= g.goal;
--: price FLOAT, d FLOAT
--> 1.0	1.0
--> 4.0	-1.0
--> 5.0	10.0
--> NULL	NULL

SELECT s.price, predict(difference, s.price, s.cost) AS d FROM sales s WHERE EXISTS (SELECT 1 FROM goals g WHERE s.shop = g.shop AND predict(difference, s.price, s.cost) >= g.goal);
--: price FLOAT, d FLOAT
--> 2.0	3.0
--> 3.0	5.0

-- Generators, which drop columns that only they read
SELECT price, e, predict(difference, price, cost) AS d FROM sales LATERAL VIEW explode(array(price, 10F)) t AS e WHERE predict(difference, price, cost) > 2;
--: price FLOAT, e FLOAT, d FLOAT
--> 2.0	10.0	3.0
--> 2.0	2.0	3.0
--> 3.0	10.0	5.0
--> 3.0	3.0	5.0
--> 5.0	10.0	10.0
--> 5.0	5.0	10.0

SELECT price, e, predict(difference, price, cost) AS d FROM sales LATERAL VIEW OUTER explode(array(predict(difference, price, cost), cost)) t AS e;
--: price FLOAT, e FLOAT, d FLOAT
--> 1.0	1.0	1.0
--> 1.0	1.0	1.0
--> 2.0	1.0	3.0
--> 2.0	3.0	3.0
--> 3.0	1.0	5.0
--> 3.0	5.0	5.0
--> 4.0	-1.0	-1.0
--> 4.0	9.0	-1.0
--> 5.0	0.0	10.0
--> 5.0	10.0	10.0
--> NULL	1.0	NULL
--> NULL	NULL	NULL

SELECT price, tag, predict(difference, price, cost) AS d FROM sales s CROSS JOIN goals LATERAL VIEW explode(tags) t AS tag WHERE predict(difference, price, cost) > 2;
--: price FLOAT, tag STRING, d FLOAT
--> 2.0	new	3.0
--> 2.0	old	3.0
--> 2.0	small	3.0
--> 3.0	new	5.0
--> 3.0	old	5.0
--> 3.0	small	5.0
--> 5.0	new	10.0
--> 5.0	old	10.0
--> 5.0	small	10.0

SELECT price, tag, predict(difference, price, cost) AS d FROM sales s CROSS JOIN goals LATERAL VIEW OUTER explode(tags) t AS tag WHERE predict(difference, price, cost) > 4;
--: price FLOAT, tag STRING, d FLOAT
--> 3.0	NULL	5.0
--> 3.0	NULL	5.0
--> 3.0	new	5.0
--> 3.0	old	5.0
--> 3.0	small	5.0
--> 5.0	NULL	10.0
--> 5.0	NULL	10.0
--> 5.0	new	10.0
--> 5.0	old	10.0
--> 5.0	small	10.0

SELECT price, goal, d FROM (SELECT s.price, s.cost, g.tags, g.goal FROM sales s JOIN goals g ON s.shop = g.shop WHERE predict(difference, s.price, s.cost) > 0) LATERAL VIEW explode(array(predict(difference, price, cost), size(tags))) t AS d;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	1.0
--> 1.0	3.0	2.0
--> 2.0	3.0	2.0
--> 2.0	3.0	3.0
--> 3.0	4.0	1.0
--> 3.0	4.0	5.0
--> 3.0	5.0	0.0
--> 3.0	5.0	5.0

-- Conditions below and above
SELECT s.price, g.goal, predict(difference, s.price, s.cost) AS d FROM sales s JOIN goals g ON s.shop = g.shop WHERE s.price < 3 OR predict(difference, s.price, s.cost) > 0;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	1.0
--> 2.0	3.0	3.0
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0

SELECT s.price, g.goal, CASE WHEN g.goal > 3 THEN predict(difference, s.price, s.cost) END AS d FROM sales s JOIN goals g ON s.shop = g.shop WHERE predict(difference, s.price, s.cost) > 0;
--: price FLOAT, goal FLOAT, d FLOAT
--> 1.0	3.0	NULL
--> 2.0	3.0	NULL
--> 3.0	4.0	5.0
--> 3.0	5.0	5.0

-- A chain of joins, aggregated and sorted by the answer
SELECT g.shop, max(predict(difference, s.price, s.cost)) AS d FROM sales s JOIN goals g ON s.shop = g.shop LEFT JOIN goals h ON g.goal < h.goal WHERE predict(difference, s.price, s.cost) > 0 GROUP BY g.shop HAVING max(predict(difference, s.price, s.cost)) > 2 ORDER BY d DESC;
--: shop STRING, d FLOAT
--> b	5.0
--> a	3.0

SELECT a.price, b.price, predict(difference, a.price, a.cost) AS d, predict(difference, b.price, b.cost) AS e FROM sales a JOIN sales b ON a.shop = b.shop WHERE predict(difference, a.price, a.cost) > predict(difference, b.price, b.cost);
--: price FLOAT, price FLOAT, d FLOAT, e FLOAT
--> 2.0	1.0	3.0	1.0
--> 3.0	4.0	5.0	-1.0

-- A call on constants reads neither side
SELECT g.goal, s.price, predict(difference, 1, 2) AS d FROM goals g LEFT JOIN (SELECT * FROM sales WHERE predict(difference, 1, 2) = 0) s ON s.shop = g.shop AND s.price > 2;
--: goal FLOAT, price FLOAT, d FLOAT
--> 1.0	NULL	0.0
--> 3.0	NULL	0.0
--> 4.0	3.0	0.0
--> 4.0	4.0	0.0
--> 5.0	3.0	0.0
--> 5.0	4.0	0.0

-- A run that forgives serves a call that forgives; one that would fail for rows that are dropped has its own
CREATE MODEL numbers USING onnx LOCATION '${resources}/models/lookup.onnx';
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> numbers	1	1

SELECT id, n, try_predict(numbers, id) AS t, predict(numbers, id, on_error => 'struct').result AS s FROM range(5) JOIN VALUES (0), (3) AS v (n) ON id >= n WHERE try_predict(numbers, id) IS NOT NULL;
--: id BIGINT NOT NULL, n INT NOT NULL, t FLOAT, s FLOAT
--> 0	0	10.0	10.0
--> 1	0	20.0	20.0
--> 2	0	30.0	30.0

SELECT id, n, predict(numbers, id) AS t FROM range(5) JOIN VALUES (0), (3) AS v (n) ON id >= n WHERE try_predict(numbers, id) IS NOT NULL;
--: id BIGINT NOT NULL, n INT NOT NULL, t FLOAT
--> 0	0	10.0
--> 1	0	20.0
--> 2	0	30.0

SELECT id, e, predict(numbers, id) AS t FROM range(5) LATERAL VIEW explode(IF(try_predict(numbers, id) IS NULL, array(), array('x', 'y'))) t AS e;
--: id BIGINT NOT NULL, e STRING NOT NULL, t FLOAT
--> 0	x	10.0
--> 0	y	10.0
--> 1	x	20.0
--> 1	y	20.0
--> 2	x	30.0
--> 2	y	30.0

SELECT id, e, predict(numbers, id) AS t FROM range(5) LATERAL VIEW OUTER explode(IF(try_predict(numbers, id) IS NULL, array(), array('x', 'y'))) t AS e;
--! [INFERENCE_FAILED] SQLSTATE 58KD1 at run time
--! The model 'numbers' failed: Non-zero status code returned while running Gather node. Name:'' Status Message: indices element out of data bounds, idx=3 must be within the inclusive range [-3,2]. Compare the inputs with the types and shapes that DESCRIBE MODEL shows, or use try_predict to get NULL for rows that fail.

SELECT id, predict(numbers, id) AS t FROM range(5) LEFT SEMI JOIN VALUES (0), (1) AS v (n) ON (try_predict(numbers, id) IS NOT NULL) = (n = 0) AND n = 0;
--: id BIGINT NOT NULL, t FLOAT
--> 0	10.0
--> 1	20.0
--> 2	30.0
