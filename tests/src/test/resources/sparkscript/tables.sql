-- The tables that Spark's scripts expect to find; ${data} is the folder test-data/postgresql.
CREATE TABLE testdata USING parquet AS
  SELECT CAST(id AS INT) AS key, CAST(id AS STRING) AS value FROM range(1, 101, 1, 1);

CREATE TABLE arraydata USING parquet AS
  SELECT * FROM VALUES
    (array(1, 2, 3), array(array(1, 2, 3))),
    (array(2, 3, 4), array(array(2, 3, 4)))
  AS t (arraycol, nestedarraycol);

CREATE TABLE mapdata USING parquet AS
  SELECT * FROM VALUES
    (map(1, 'a1', 2, 'b1', 3, 'c1', 4, 'd1', 5, 'e1')),
    (map(1, 'a2', 2, 'b2', 3, 'c2', 4, 'd2')),
    (map(1, 'a3', 2, 'b3', 3, 'c3')),
    (map(1, 'a4', 2, 'b4')),
    (map(1, 'a5'))
  AS t (mapcol);

CREATE TEMPORARY VIEW agg_file (a INT, b FLOAT)
  USING csv OPTIONS (path '${data}/agg.data', delimiter '\t');
CREATE TABLE aggtest USING parquet AS SELECT * FROM agg_file;

CREATE TEMPORARY VIEW onek_file (
  unique1 INT, unique2 INT, two INT, four INT, ten INT, twenty INT, hundred INT, thousand INT,
  twothousand INT, fivethous INT, tenthous INT, odd INT, even INT, stringu1 STRING,
  stringu2 STRING, string4 STRING)
  USING csv OPTIONS (path '${data}/onek.data', delimiter '\t');
CREATE TABLE onek USING parquet AS SELECT * FROM onek_file;

CREATE TEMPORARY VIEW tenk_file (
  unique1 INT, unique2 INT, two INT, four INT, ten INT, twenty INT, hundred INT, thousand INT,
  twothousand INT, fivethous INT, tenthous INT, odd INT, even INT, stringu1 STRING,
  stringu2 STRING, string4 STRING)
  USING csv OPTIONS (path '${data}/tenk.data', delimiter '\t');
CREATE TABLE tenk1 USING parquet AS SELECT * FROM tenk_file;
