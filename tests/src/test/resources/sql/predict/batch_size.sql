-- Rows a run: as many as asked for, or an error that says why not. The process lives on.
--@ mask (?<=direct buffer memory )\([^)]*\)

SELECT count(predict(efficientnet, content, batch_size => 4)) AS answers FROM photos;
--: answers BIGINT NOT NULL
--> 15

-- More than a batch may have, more than a tensor can hold, more memory than there is
SELECT predict(efficientnet, content, batch_size => 8193) AS p FROM photos;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'batch_size' of 'predict' cannot be 8193. It takes a whole number from 1 to 8192.

SELECT predict(efficientnet, content, batch_size => '4') AS p FROM photos;
--! [ARGUMENT_INVALID] SQLSTATE 22023
--! The argument 'batch_size' of 'predict' cannot be the text '4'. It takes a whole number from 1 to 8192.

SELECT predict(efficientnet, content, batch_size => 3600) AS p FROM photos;
--! [MODEL_OPTION_INVALID] SQLSTATE 22023
--! The option 'batch_size' cannot be 3600 where a row takes 602112 bytes. It can be up to 3566, for the 2 GiB that a tensor may have.

SELECT predict(efficientnet, content, batch_size => 3500) AS p FROM photos;
--! [OUT_OF_MEMORY] SQLSTATE 53KD1 at run time
--! There is not enough memory for a batch of 3500 rows of the model 'efficientnet': Cannot reserve 2147483647 bytes of direct buffer memory <masked>. Lower batch_size, or give the process more memory (spark.executor.memory, -XX:MaxDirectMemorySize).

SELECT try_predict(efficientnet, content, batch_size => 3500) AS p FROM photos;
--! [OUT_OF_MEMORY] SQLSTATE 53KD1 at run time
--! There is not enough memory for a batch of 3500 rows of the model 'efficientnet': Cannot reserve 2147483647 bytes of direct buffer memory <masked>. Lower batch_size, or give the process more memory (spark.executor.memory, -XX:MaxDirectMemorySize).

CREATE MODEL large USING onnx LOCATION '${resources}/models/total.onnx' OPTIONS (batch_size = 8192);
--: name STRING NOT NULL, version INT NOT NULL, default_version INT NOT NULL
--> large	1	1

SELECT predict(large, array(1, 2, 3, id)) AS total FROM range(3);
--: total FLOAT
--> 6.0
--> 7.0
--> 8.0

SELECT count(predict(efficientnet, content)) AS answers FROM photos;
--: answers BIGINT NOT NULL
--> 15
