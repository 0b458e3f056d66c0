-- Models whose numbers have 16 bits: FLOAT in SQL, rounded to the nearest on the way in.
--@ tolerance 1e-3

CREATE MODEL columns USING onnx LOCATION '${resources}/models/half_columns.onnx';

DESCRIBE MODEL columns;

-- 0.1 is 0.0999755859375 in binary16 and 0.10009765625 in bfloat16.
SELECT predict(columns, x => array(0.1, -3), b => 0.1) AS p;

SELECT predict(columns, x => array(x, 2 * x), b => x) AS p FROM VALUES (1), (CAST(NULL AS INT)), (1024) AS t(x);

SELECT predict(columns, x => array(65504.0, 65520.0), b => 1) AS p;

SELECT try_predict(columns, x => array(65504.0, 65520.0), b => 1) AS p;

SELECT predict(columns, x => array('a', 'b'), b => 1) AS p;

CREATE MODEL colours USING onnx LOCATION '${resources}/models/half_image.onnx' OPTIONS (labels = '${resources}/models/colours.txt');

-- An even picture: red 200, green 100, blue 10, each divided by 255.
SELECT predict(colours, named_struct('origin', '', 'height', 32, 'width', 32, 'nChannels', 3, 'mode', 16, 'data', unhex(repeat('0A64C8', 1024))), output => 'logits') AS logits;

SELECT photo, predict(colours, content).label IS NOT NULL AS answered FROM photos LIMIT 3;
