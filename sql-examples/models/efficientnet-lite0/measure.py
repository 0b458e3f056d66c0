#!/usr/bin/env python3
"""The numbers that README.md tells:  measure.py   (onnxruntime, numpy, opencv-python-headless, pillow)

Speed on one thread, the two files against each other, and other recipes against the right one, all on the fifteen
photos beside the models. There are no more photos here, so that nothing is said of accuracy in general.
"""
import pathlib
import time

import cv2
import numpy as np
import onnxruntime

from check_model import load as by_pillow

FOLDER = pathlib.Path(__file__).resolve().parent
PHOTOS = sorted(p for p in (FOLDER / "../../photos").iterdir() if p.suffix in (".jpg", ".png", ".webp"))
SECONDS = 5


def session(name):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(FOLDER / name, options, providers=["CPUExecutionProvider"])


def picture(path, squeezed=False):
    """224 x 224 pixels, RGB, by OpenCV: shorter side to 256 and the centre, or all of it squeezed."""
    image = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)[:, :, ::-1]
    height, width = image.shape[:2]
    scale = 256 / min(height, width)
    size = (224, 224) if squeezed else (int(width * scale + 0.5), int(height * scale + 0.5))
    image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    left, top = (size[0] - 224) // 2, (size[1] - 224) // 2
    return image[top:top + 224, left:left + 224].astype(np.float32)


def tensor(pixels):
    return np.ascontiguousarray(((pixels - 127) / 128).transpose(2, 0, 1))


def imagenet(pixels):
    scaled = (pixels / 255 - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]
    return np.ascontiguousarray(scaled.astype(np.float32).transpose(2, 0, 1))


def answers(model, pictures):
    """Winner and its score, picture by picture."""
    logits = np.concatenate([model.run(None, {"image": one[np.newaxis]})[0] for one in pictures]).astype(np.float64)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return logits.argmax(axis=1), shares.max(axis=1)


def speed(models, one):
    """Runs a second of processor time, in turns, so that what else the machine does decides little."""
    runs, spent = [0] * len(models), [0.0] * len(models)
    while min(spent) < SECONDS:
        for i, model in enumerate(models):
            begin = time.process_time()
            for _ in range(20):
                model.run(None, {"image": one[np.newaxis]})
            spent[i] += time.process_time() - begin
            runs[i] += 20
    return [count / seconds for count, seconds in zip(runs, spent)]


def main():
    exact, quantised = session("efficientnet-lite0.onnx"), session("efficientnet-lite0-int8.onnx")
    pictures = [picture(path) for path in PHOTOS]
    right = [tensor(pixels) for pixels in pictures]
    winners, scores = answers(exact, right)
    others = {
        "int8": answers(quantised, right),
        "Pillow's bicubic": answers(exact, [by_pillow(path) for path in PHOTOS]),
        "ImageNet's mean and deviation": answers(exact, [imagenet(pixels) for pixels in pictures]),
        "BGR": answers(exact, [tensor(pixels[:, :, ::-1]) for pixels in pictures]),
        "squeezed": answers(exact, [tensor(picture(path, squeezed=True)) for path in PHOTOS]),
    }
    for name, (labels, shares) in others.items():
        same = labels == winners
        print(f"{name}: {same.sum()} of {len(PHOTOS)} winners, mean score {shares.mean():.2f} for {scores.mean():.2f}, "
              f"same winners' scores differ by up to {abs(shares - scores)[same].max():.2f}")
    floats, integers = speed([exact, quantised], right[0])
    print(f"one thread: {floats:.0f} photos/s, int8 {integers:.0f} photos/s, {integers / floats:.2f} times")


if __name__ == "__main__":
    main()
