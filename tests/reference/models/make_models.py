"""Small models for the golden scripts, files that are no models, and what scikit-learn answers.

Writes tests/src/test/resources/models/ and tests/src/test/resources/reference/iris.json.
"""
import bz2
import io
import json
import pathlib
import pickle
import shutil
import zipfile

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "src/test/resources"
MODELS = RESOURCES / "models"
FLOAT, DOUBLE, INT32, INT64 = TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.INT32, TensorProto.INT64
BOOL, STRING, UINT8 = TensorProto.BOOL, TensorProto.STRING, TensorProto.UINT8


def value(name, kind, *shape):
    return helper.make_tensor_value_info(name, kind, shape)


def constant(name, array):
    return numpy_helper.from_array(np.asarray(array), name)


def save(name, nodes, inputs, outputs, constants=(), opset=17):
    graph = helper.make_graph(nodes, name, inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    if opset == 17:
        onnx.checker.check_model(model, full_check=True)
    (MODELS / f"{name}.onnx").write_bytes(model.SerializeToString())


def columns():
    """difference = 2 * price - cost, of two scalar columns: swapped inputs give another answer."""
    save("difference",
         [helper.make_node("Mul", ["price", "two"], ["doubled"]),
          helper.make_node("Sub", ["doubled", "cost"], ["difference"])],
         [value("price", FLOAT, "N", 1), value("cost", FLOAT, "N", 1)],
         [value("difference", FLOAT, "N", 1)],
         [constant("two", np.float32([[2]]))])


def one_tensor():
    """total [N] of x [N,4]."""
    save("total",
         [helper.make_node("ReduceSum", ["x", "axis"], ["total"], keepdims=0)],
         [value("x", FLOAT, "N", 4)], [value("total", FLOAT, "N")],
         [constant("axis", np.int64([1]))])


def several_outputs():
    """Three outputs of x [N,2]: itself doubled [N,2], its sum [N], its outer product [N,2,2]."""
    save("several",
         [helper.make_node("Add", ["x", "x"], ["doubled"]),
          helper.make_node("ReduceSum", ["x", "axis"], ["total"], keepdims=0),
          helper.make_node("Unsqueeze", ["x", "last"], ["column"]),
          helper.make_node("Unsqueeze", ["x", "axis"], ["row"]),
          helper.make_node("MatMul", ["column", "row"], ["outer"])],
         [value("x", FLOAT, "N", 2)],
         [value("doubled", FLOAT, "N", 2), value("total", FLOAT, "N"), value("outer", FLOAT, "N", 2, 2)],
         [constant("axis", np.int64([1])), constant("last", np.int64([2]))])


def types():
    """One input and one output of each type, unchanged."""
    kinds = {"f": FLOAT, "d": DOUBLE, "i": INT32, "l": INT64, "b": BOOL, "s": STRING}
    save("types",
         [helper.make_node("Identity", [f"{name}_in"], [f"{name}_out"]) for name in kinds],
         [value(f"{name}_in", kind, "N") for name, kind in kinds.items()],
         [value(f"{name}_out", kind, "N") for name, kind in kinds.items()])


def reserved_name():
    """An input that is named as an option of predict is: top_k."""
    save("reserved",
         [helper.make_node("Add", ["top_k", "x"], ["y"])],
         [value("top_k", FLOAT, "N", 1), value("x", FLOAT, "N", 1)], [value("y", FLOAT, "N", 1)])


def lookup():
    """value [N,1] = one of three numbers by its index [N,1]: an index that is not there fails the whole run."""
    save("lookup",
         [helper.make_node("Gather", ["numbers", "index"], ["value"])],
         [value("index", INT64, "N", 1)], [value("value", FLOAT, "N", 1)],
         [constant("numbers", np.float32([10, 20, 30]))])


def fixed_batch():
    """A graph that takes four rows at a time, no more and no fewer."""
    save("fixed_batch",
         [helper.make_node("Mul", ["x", "x"], ["square"])],
         [value("x", FLOAT, 4, 1)], [value("square", FLOAT, 4, 1)])


def tiny_image():
    """A classifier of pictures of 32 x 32: which colour is strongest. Red, green, blue."""
    save("tiny_image",
         [helper.make_node("Conv", ["image", "kernel"], ["map"], kernel_shape=[3, 3], pads=[1, 1, 1, 1]),
          helper.make_node("GlobalAveragePool", ["map"], ["pooled"]),
          helper.make_node("Flatten", ["pooled"], ["logits"])],
         [value("image", FLOAT, "N", 3, 32, 32)], [value("logits", FLOAT, "N", 3)],
         [constant("kernel", np.float32(np.eye(3)[:, :, None, None] * np.full((1, 1, 3, 3), 1 / 9)))])
    (MODELS / "colours.txt").write_text("red\ngreen\nblue\n")


def pictures():
    """The mean of each channel of a picture that lies: floats by planes, bytes by planes, bytes by pixels."""
    planes = [helper.make_node("GlobalAveragePool", ["numbers"], ["pooled"]),
              helper.make_node("Flatten", ["pooled"], ["means"])]
    means = value("means", FLOAT, "N", 3)
    cast = helper.make_node("Cast", ["image"], ["numbers"], to=FLOAT)
    save("wide_image", [helper.make_node("Identity", ["image"], ["numbers"]), *planes],
         [value("image", FLOAT, "N", 3, 32, 48)], [means])
    save("byte_planes", [cast, *planes], [value("image", UINT8, "N", 3, 32, 48)], [means])
    save("byte_pixels", [cast, helper.make_node("ReduceMean", ["numbers"], ["means"], axes=[1, 2], keepdims=0)],
         [value("image", UINT8, "N", 32, 48, 3)], [means])


def half_precision():
    """The same classifier in 16 bits, picture in and logits out; and y = 2 x of columns in both kinds of 16 bits."""
    half = TensorProto.FLOAT16
    save("half_image",
         [helper.make_node("GlobalAveragePool", ["image"], ["pooled"]),
          helper.make_node("Flatten", ["pooled"], ["logits"])],
         [value("image", half, "N", 3, 32, 32)], [value("logits", half, "N", 3)])
    save("half_columns",
         [helper.make_node("Add", ["x", "x"], ["y"]),
          helper.make_node("Cast", ["b"], ["wide"], to=FLOAT),
          helper.make_node("Add", ["wide", "wide"], ["w"])],
         [value("x", half, "N", 2), value("b", TensorProto.BFLOAT16, "N", 1)],
         [value("y", half, "N", 2), value("w", FLOAT, "N", 1)])


def open_shapes():
    """Rows whose size the graph leaves open: numbers [N,M], and a picture of any size."""
    save("open_row",
         [helper.make_node("ReduceSum", ["x", "axis"], ["total"], keepdims=0)],
         [value("x", FLOAT, "N", "M")], [value("total", FLOAT, "N")], [constant("axis", np.int64([1]))])
    save("open_image",
         [helper.make_node("GlobalAveragePool", ["image"], ["pooled"]),
          helper.make_node("Flatten", ["pooled"], ["logits"])],
         [value("image", FLOAT, "N", 3, "H", "W")], [value("logits", FLOAT, "N", 3)])
    save("two_texts",
         [helper.make_node("Identity", ["s"], ["t"])],
         [value("s", STRING, "N", 2)], [value("t", STRING, "N", 2)])


def unsigned():
    """One of three UINT64 by its index, the last of which no BIGINT holds; and all three."""
    save("unsigned",
         [helper.make_node("Gather", ["numbers", "index"], ["value"]),
          helper.make_node("Gather", ["rows", "flat"], ["row"]),
          helper.make_node("Squeeze", ["index", "axis"], ["flat"])][::-1],
         [value("index", INT64, "N", 1)],
         [value("value", TensorProto.UINT64, "N", 1), value("row", TensorProto.UINT64, "N", 2)],
         [constant("numbers", np.uint64([7, 2**63 - 1, 10**19])), constant("axis", np.int64([1])),
          constant("rows", np.uint64([[1, 2], [3, 2**63 - 1], [4, 2**63]]))])


def not_served():
    """Files that are refused: a newer opset, damage, other formats."""
    folder = MODELS / "refused"
    folder.mkdir()
    good = (MODELS / "tiny_image.onnx").read_bytes()
    (folder / "truncated.onnx").write_bytes(good[:len(good) // 2])
    (folder / "empty.onnx").write_bytes(b"")
    (folder / "text.onnx").write_text("this is no model\n")
    save("newer_opset", [helper.make_node("Identity", ["x"], ["y"])],
         [value("x", FLOAT, "N", 1)], [value("y", FLOAT, "N", 1)], opset=99)
    (MODELS / "newer_opset.onnx").rename(folder / "newer_opset.onnx")
    (folder / "model.pkl").write_bytes(pickle.dumps({"weights": [1.0, 2.0]}, protocol=4))
    torch = io.BytesIO()
    with zipfile.ZipFile(torch, "w") as archive:
        for name, data in {"data.pkl": pickle.dumps({}, protocol=2), "version": b"3\n"}.items():
            archive.writestr(zipfile.ZipInfo(f"archive/{name}"), data)
    (folder / "model.pt").write_bytes(torch.getvalue())
    header = json.dumps({"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + bytes(4))
    (folder / "model.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(64))
    # A pickle without a number at its start, and one that is compressed, as joblib does it.
    (folder / "early.pkl").write_bytes(pickle.dumps({"weights": [1.0, 2.0]}, protocol=0))
    (folder / "model.pkl.bz2").write_bytes(bz2.compress(pickle.dumps({"weights": [1.0, 2.0]}, protocol=4)))
    (folder / "saved_model").mkdir()
    (folder / "saved_model/saved_model.pb").write_bytes(b"\x08\x01\x12\x09\x0a\x07\x0a\x05serve")
    (folder / "two_labels.txt").write_text("red\ngreen\n")


def iris():
    """scikit-learn's logistic regression on its own iris data: with and without ZipMap, and in doubles."""
    data = load_iris()
    x = data.data.astype(np.float32)
    species = np.array(data.target_names)[data.target]
    model = LogisticRegression(max_iter=500).fit(x, species)
    for name, zipmap in (("iris", False), ("iris_zipmap", True)):
        exported = to_onnx(model, x[:1], target_opset=17, options={id(model): {"zipmap": zipmap}})
        (MODELS / f"{name}.onnx").write_bytes(exported.SerializeToString())
    exported = to_onnx(model, x[:1].astype(np.float64), target_opset=17, options={id(model): {"zipmap": False}})
    (MODELS / "iris_double.onnx").write_bytes(exported.SerializeToString())
    rows = range(0, 150, 10)
    # scikit-learn computes in what it is given: here in doubles, of the very numbers that SQL is given.
    exact = data.data.astype(np.float64)
    answers = [{"x": exact[i].tolist(),
                "label": str(model.predict(exact[i:i + 1])[0]),
                "probabilities": [round(float(p), 7) for p in model.predict_proba(exact[i:i + 1])[0]]}
               for i in rows]
    document = {"classes": [str(c) for c in model.classes_], "rows": answers}
    (RESOURCES / "reference/iris.json").write_text(json.dumps(document, indent=1) + "\n")


def main():
    shutil.rmtree(MODELS, ignore_errors=True)
    MODELS.mkdir(parents=True)
    for make in (columns, one_tensor, several_outputs, types, reserved_name, lookup, fixed_batch, tiny_image, pictures, half_precision, open_shapes, unsigned, not_served, iris):
        make()


main()
