-- A real network says what is in fifteen real photos.
CREATE MODEL IF NOT EXISTS efficientnet
USING onnx LOCATION '${examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'
OPTIONS (labels = '${examples}/models/efficientnet-lite0/labels.txt',
         resize = 256, crop = 224, scale = 1, mean = 127, std = 128);

CREATE OR REPLACE VIEW photos AS
SELECT substring_index(path, '/', -1) AS photo, content FROM binaryFile.`${examples}/photos`;

SELECT photo, answer.label AS what, CAST(answer.score AS DECIMAL(3, 2)) AS score
FROM (SELECT photo, predict(efficientnet, content) AS answer FROM photos)
ORDER BY answer.score DESC;
