"""What is in the photos, by the SQL of any PySpark program: photos.py FOLDER_OF_THE_EXAMPLES."""

import sys

from pyspark.sql import SparkSession

examples = sys.argv[1]
spark = SparkSession.builder.appName("photos").getOrCreate()
spark.sql(f"""
    CREATE OR REPLACE MODEL efficientnet
    USING onnx LOCATION '{examples}/models/efficientnet-lite0/efficientnet-lite0.onnx'
    OPTIONS (labels = '{examples}/models/efficientnet-lite0/labels.txt',
             resize = 256, crop = 224, scale = 1, mean = 127, std = 128)""")
photos = spark.read.format("binaryFile").load(f"{examples}/photos")
photos.createOrReplaceTempView("photos")
answers = spark.sql("""
    SELECT substring_index(path, '/', -1) AS photo, answer.label, round(answer.score, 2) AS score
    FROM (SELECT path, predict(efficientnet, content) AS answer FROM photos)
    ORDER BY answer.score DESC""")
for answer in answers.collect():
    print(answer.photo, answer.label, f"{answer.score:.2f}", sep="\t")
