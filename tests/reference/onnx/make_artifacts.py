#!/usr/bin/env python3
"""Tiny files that are given as ONNX models by mistake:  make_artifacts.py engine/src/test/resources/artifact

Written by the libraries themselves where those are small; the others have what their formats' readers look for, laid
out as their writers do: torch.save and torch.jit.save (a stored zip of named entries), TensorFlow (protobuf), TensorFlow
Lite (FlatBuffers), XGBoost (JSON), Keras 3 (zip).
"""
import gzip
import io
import json
import pathlib
import pickle
import struct
import sys
import zipfile

import h5py
import joblib
import lightgbm
import numpy as np
import safetensors.numpy
from sklearn.linear_model import LinearRegression


def archive(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name, data in entries.items():
            out.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def field(number, data):
    """A protobuf field of bytes shorter than 128."""
    return bytes([number << 3 | 2, len(data)]) + data


def hdf5():
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        file["weights"] = np.zeros(2, np.float32)
    return buffer.getvalue()


def gradient_boosting():
    x = np.arange(100, dtype=np.float64).reshape(-1, 1)
    data = lightgbm.Dataset(x, x[:, 0])
    return lightgbm.train({"num_leaves": 3, "verbose": -1, "num_threads": 1}, data, 1).model_to_string().encode()


def joblib_bytes(model, compress):
    buffer = io.BytesIO()
    joblib.dump(model, buffer, compress=compress)
    return buffer.getvalue()


def files():
    model = LinearRegression().fit([[0.0], [1.0]], [0.0, 1.0])
    state = pickle.dumps({"weight": [1.0]}, protocol=2)
    first = 0x1950A86A20F9469CFC6C  # the number that torch.save wrote first before it wrote zip files
    meta = field(1, field(1, b"serve"))
    return {
        "torch.pt": archive({"m/data.pkl": state, "m/byteorder": b"little", "m/data/0": bytes(4), "m/version": b"3\n"}),
        "torch_old.pth": pickle.dumps(first, protocol=2) + pickle.dumps(1001, protocol=2) + state,
        "torch_script.pt": archive({"m/data.pkl": state + bytes(70_000), "m/code/__torch__.py": b"class M: pass\n",
                                    "m/constants.pkl": b"\x80\x02).", "m/version": b"3\n"}),
        "pickle.pkl": pickle.dumps(model),
        "pickle_0.pkl": pickle.dumps(model, protocol=0),
        "pickle_1.pkl": pickle.dumps(model, protocol=1),
        "pickle_0_dict.pkl": pickle.dumps({"model": model}, protocol=0),
        "pickle_1_list.pkl": pickle.dumps([model], protocol=1),
        "pickle_0_class.pkl": pickle.dumps(np.float64(1), protocol=0),
        "joblib.joblib": joblib_bytes(model, 0),
        "joblib_zlib.joblib": joblib_bytes(model, 3),
        "joblib_gzip.joblib": joblib_bytes(model, ("gzip", 3)),
        "joblib_bz2.joblib": joblib_bytes(model, ("bz2", 3)),
        "joblib_xz.joblib": joblib_bytes(model, ("xz", 3)),
        "joblib_lzma.joblib": joblib_bytes(model, ("lzma", 3)),
        "joblib_lz4.joblib": b"\x04\x22\x4d\x18" + bytes(20),
        "keras.h5": hdf5(),
        "keras.keras": archive({"metadata.json": b"{}", "config.json": b"{}", "model.weights.h5": hdf5()}),
        "weights.safetensors": safetensors.numpy.save({"weight": np.zeros(2, np.float32)}),
        "saved_model.pb": b"\x08\x01" + field(2, meta),
        "frozen.pb": field(1, field(1, b"x") + field(2, b"Placeholder")) + field(1, field(1, b"c") + field(2, b"Const")),
        "model.tflite": struct.pack("<I", 28) + b"TFL3" + bytes(40),
        "model.ort": struct.pack("<I", 28) + b"ORTM" + bytes(40),
        "lightgbm.txt": gradient_boosting(),
        "xgboost.json": json.dumps({"learner": {"gradient_booster": {"name": "gbtree"}}, "version": [3, 0, 0]}).encode(),
        "xgboost.ubj": b"{L\x00\x00\x00\x00\x00\x00\x00\x07learner{",
        "catboost.cbm": b"CBM1" + bytes(20),
        "model.gguf": b"GGUF" + struct.pack("<I", 3) + bytes(16),
        "array.npy": b"\x93NUMPY\x01\x00v\x00{'descr': '<f4'",
        "page.html": b"\n<!DOCTYPE html><html><body>Please log in</body></html>",
        "pointer.txt": b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 18538760\n",
        "labels.txt": "tench\nJägerin\n".encode(),
        "labels_c.txt": b"cat\ndog\npanda\n",
        "config.json": b'{"id2label": {"0": "cat"}}',
        "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(20),
        "model.zip": archive({"model.onnx": b"\x08\x08"}),
        "model.tar.gz": gzip.compress(b"x" * 600, mtime=0),
        "noise.bin": bytes([0xfe, 0x01, 0x02, 0xff]) * 16,
        "empty.onnx": b"",
    }


def main(out):
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (out / name).write_bytes(data)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
