"""The mean of each channel that a model for pictures of 48 x 32 is given, by OpenCV and NumPy.

The steps without options: decode (upright by EXIF), the smallest size that covers 48 x 32 (a side rounded half to
even; area when shrinking), the middle of it, the mean of red, green and blue, 0 to 255. With preprocess = 'imagenet'
the smallest size that covers 55 x 37, which is 256/224 of it.
Writes tests/src/test/resources/reference/pictures.json.
"""
import json
import pathlib

import cv2
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[3]
PHOTOS = ROOT / "sql-examples/photos"
TARGET = ROOT / "tests/src/test/resources/reference/pictures.json"
WIDTH, HEIGHT = 48, 32


def means(path, margin):
    image = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    height, width = image.shape[:2]
    scale = max(round(WIDTH * margin) / width, round(HEIGHT * margin) / height)
    size = round(width * scale), round(height * scale)
    assert size[0] <= width and size[1] <= height
    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    left, top = (size[0] - WIDTH) // 2, (size[1] - HEIGHT) // 2
    window = image[top:top + HEIGHT, left:left + WIDTH]
    assert window.shape == (HEIGHT, WIDTH, 3)
    return [round(float(mean), 4) for mean in window.astype(np.float64).mean(axis=(0, 1))[::-1]]


def main():
    document = {
        "versions": {"opencv": cv2.__version__},
        "photos": {path.name: {"plain": means(path, 1), "imagenet": means(path, 256 / 224)}
                   for path in sorted(PHOTOS.iterdir()) if path.suffix in (".jpg", ".png", ".webp")},
    }
    TARGET.write_text(json.dumps(document, indent=1) + "\n")


main()
