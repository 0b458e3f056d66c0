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
SELECT g.shop, max(predict(difference, s.price, s.cost)) AS d FROM sales s JOIN goals g ON s.shop = g.shop LEFT JOIN goals h ON g.goal < h.goal WHERE predict(difference, s.price, s.cost) > 0 GROUP BY g.shop HAVING max(predict(difference, s.price, s.cost)) > 2 ORDER BY max(predict(difference, s.price, s.cost)) DESC;
--! [UNRESOLVED_COLUMN.WITH_SUGGESTION] SQLSTATE 42703
--! A column or function parameter with name `s`.`price` cannot be resolved. Did you mean one of the following? [`d`, `g`.`shop`].

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

-- A row that fails and is forgiven below, and is asked for above where nothing dropped it
SELECT shop, result.result AS d, result.error IS NULL AS fine FROM (SELECT s.shop, predict(difference, s.price, s.cost, on_error => 'struct') AS result FROM sales s JOIN goals g ON s.shop = g.shop WHERE try_predict(difference, s.price, s.cost) > 0);
--: shop STRING, d FLOAT, fine BOOLEAN NOT NULL
--> a	1.0	true
--> a	3.0	true
--> b	5.0	true
--> b	5.0	true
