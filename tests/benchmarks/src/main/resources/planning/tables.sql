CREATE TABLE regions (id INT, name STRING) USING parquet;
CREATE TABLE countries (id INT, region_id INT, name STRING) USING parquet;
CREATE TABLE customers (id BIGINT, country_id INT, name STRING, segment STRING, balance DECIMAL(12, 2), since DATE, tags ARRAY<STRING>, address STRUCT<street: STRING, city: STRING, zip: STRING>) USING parquet;
CREATE TABLE suppliers (id BIGINT, country_id INT, name STRING, rating DOUBLE) USING parquet;
CREATE TABLE products (id BIGINT, supplier_id BIGINT, name STRING, brand STRING, kind STRING, size INT, list_price DECIMAL(12, 2)) USING parquet;
CREATE TABLE stock (product_id BIGINT, supplier_id BIGINT, pieces INT, cost DECIMAL(12, 2)) USING parquet;
CREATE TABLE orders (id BIGINT, customer_id BIGINT, status STRING, total DECIMAL(14, 2), ordered DATE, priority STRING, clerk STRING) USING parquet;
CREATE TABLE order_lines (order_id BIGINT, line INT, product_id BIGINT, supplier_id BIGINT, pieces INT, price DECIMAL(12, 2), discount DECIMAL(4, 2), tax DECIMAL(4, 2), returned STRING, shipped DATE, promised DATE, received DATE, carrier STRING) USING parquet;
CREATE TABLE visits (customer_id BIGINT, at TIMESTAMP, page STRING, seconds DOUBLE, properties MAP<STRING, STRING>) USING parquet
