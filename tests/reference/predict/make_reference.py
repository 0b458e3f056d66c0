"""What the shipped network says of the fifteen photos, by OpenCV and ONNX Runtime in Python.

The steps: decode (upright by EXIF), shorter side to 256 (area when shrinking, linear when growing), centre crop 224,
RGB, (pixel - 127) / 128, NCHW, one run of the network a photo, softmax in 64 bits. The longer side is rounded half up.
Writes tests/src/test/resources/reference/photos.json.
"""
import json
import math
import pathlib

import cv2
import numpy as np
import onnxruntime

ROOT = pathlib.Path(__file__).resolve().parents[3]
MODEL = ROOT / "sql-examples/models/efficientnet-lite0"
PHOTOS = ROOT / "sql-examples/photos"
TARGET = ROOT / "tests/src/test/resources/reference/photos.json"
EVERY = 50


def tensor(path):
    image = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    height, width = image.shape[:2]
    scale = 256 / min(height, width)
    size = [256 if side == min(height, width) else math.floor(side * scale + 0.5) for side in (width, height)]
    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    left, top = (size[0] - 224) // 2, (size[1] - 224) // 2
    rgb = cv2.cvtColor(image[top:top + 224, left:left + 224], cv2.COLOR_BGR2RGB).astype(np.float32)
    return ((rgb - 127) / 128).transpose(2, 0, 1)[np.newaxis]


def main():
    labels = (MODEL / "labels.txt").read_text().splitlines()
    session = onnxruntime.InferenceSession(MODEL / "efficientnet-lite0.onnx", providers=["CPUExecutionProvider"])
    answers = {}
    for path in sorted(PHOTOS.iterdir()):
        if path.suffix not in (".jpg", ".png", ".webp"):
            continue
        logits = session.run(["logits"], {"image": tensor(path)})[0][0].astype(np.float64)
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        answers[path.name] = {
            "top": [{"label": labels[i], "score": round(float(shares[i]), 6)} for i in np.argsort(-shares)[:5]],
            "logits": [round(float(value), 5) for value in logits[::EVERY]],
        }
    document = {
        "versions": {"opencv": cv2.__version__, "onnxruntime": onnxruntime.__version__},
        "every": EVERY,
        "photos": answers,
    }
    TARGET.write_text(json.dumps(document, indent=1) + "\n")


main()
