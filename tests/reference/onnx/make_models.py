#!/usr/bin/env python3
"""Small ONNX models for the engine's tests, and what independent programs answer with them:

    make_models.py engine/src/test/resources/onnx sql-examples/models/efficientnet-lite0/efficientnet-lite0.onnx
"""
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType

FLOAT = TensorProto.FLOAT
TYPES = {
    "float16": TensorProto.FLOAT16, "bfloat16": TensorProto.BFLOAT16, "float": FLOAT,
    "double": TensorProto.DOUBLE, "int8": TensorProto.INT8, "uint8": TensorProto.UINT8,
    "int16": TensorProto.INT16, "uint16": TensorProto.UINT16, "int32": TensorProto.INT32,
    "uint32": TensorProto.UINT32, "int64": TensorProto.INT64, "uint64": TensorProto.UINT64,
    "bool": TensorProto.BOOL, "string": TensorProto.STRING,
}


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def model(nodes, inputs, outputs, constants=(), opset=17, ir_version=8, ml=False, check=True, **more):
    graph = helper.make_graph(nodes, "test", inputs, outputs,
                              [numpy_helper.from_array(array, name) for name, array in constants])
    imports = [helper.make_opsetid("", opset)] + ([helper.make_opsetid("ai.onnx.ml", 3)] if ml else [])
    made = helper.make_model(graph, opset_imports=imports + more.pop("imports", []), ir_version=ir_version, **more)
    if check:
        onnx.checker.check_model(made, full_check=True)
    return made


def scale():
    """y = 2 x + 1 on rows of four."""
    made = model([helper.make_node("Mul", ["x", "two"], ["m"]), helper.make_node("Add", ["m", "one"], ["y"])],
                 [value("x", FLOAT, ["N", 4])], [value("y", FLOAT, ["N", 4])],
                 [("two", np.float32([2])), ("one", np.float32([1]))], producer_name="test maker",
                 producer_version="1.0", doc_string="Doubles and adds one.")
    helper.set_model_props(made, {"author": "Ann", "license": "CC0"})
    return made


def all_types():
    """Each type in and out, unchanged."""
    return model([helper.make_node("Identity", [f"{n}_in"], [f"{n}_out"]) for n in TYPES],
                 [value(f"{n}_in", t, ["N", 2]) for n, t in TYPES.items()],
                 [value(f"{n}_out", t, ["N", 2]) for n, t in TYPES.items()])


def unsigned_sum():
    """Unsigned numbers beyond the signed ones' range, added up as float64."""
    names = ["uint16", "uint32", "uint64"]
    return model([helper.make_node("Cast", [n], [f"{n}_double"], to=TensorProto.DOUBLE) for n in names]
                 + [helper.make_node("Sum", [f"{n}_double" for n in names], ["sum"])],
                 [value(n, TYPES[n], ["N"]) for n in names], [value("sum", TensorProto.DOUBLE, ["N"])])


def unsigned_in_branch():
    """y = small or large as float64, by the sign of x; only the branches of an If use the unsigned inputs. A Loop
    within the first passes on a value of its own that has the name of the other's."""
    def cast(name, out):
        return helper.make_node("Cast", [name], [out], to=TensorProto.DOUBLE)

    def branch(name, nodes, out):
        return helper.make_graph(nodes, name, [], [value(out, TensorProto.DOUBLE, ["N"])])

    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["go_on"]), helper.make_node("Add", ["large", "added"], ["next"])],
        "round", [value("i", TensorProto.INT64, []), value("go", TensorProto.BOOL, []),
                  value("large", TensorProto.DOUBLE, ["N"])],
        [value("go_on", TensorProto.BOOL, []), value("next", TensorProto.DOUBLE, ["N"])])
    once = numpy_helper.from_array(np.int64(1), "once")
    zero = numpy_helper.from_array(np.zeros(1), "zero")
    first = branch("first", [helper.make_node("Constant", [], ["once"], value=once),
                             helper.make_node("Constant", [], ["zero"], value=zero),
                             cast("small", "added"),
                             helper.make_node("Loop", ["once", "", "zero"], ["a"], body=body)], "a")
    second = branch("second", [cast("large", "b")], "b")
    return model([helper.make_node("ReduceSum", ["x"], ["total"], keepdims=0),
                  helper.make_node("Greater", ["total", "nothing"], ["positive"]),
                  helper.make_node("If", ["positive"], ["y"], then_branch=first, else_branch=second)],
                 [value("x", FLOAT, ["N"]), value("small", TensorProto.UINT16, ["N"]),
                  value("large", TensorProto.UINT32, ["N"])],
                 [value("y", TensorProto.DOUBLE, ["N"])], [("nothing", np.float32(0))], check=False)


def several_outputs():
    """Softmax of three scores, and which of them is the largest; outputs not in alphabetical order."""
    return model([helper.make_node("Softmax", ["x"], ["scores"], axis=1),
                  helper.make_node("ArgMax", ["x"], ["best"], axis=1, keepdims=0)],
                 [value("x", FLOAT, ["N", 3])],
                 [value("scores", FLOAT, ["N", 3]), value("best", TensorProto.INT64, ["N"])])


def features_and_scores():
    """Features beside what a softmax makes of them; its author wrote down what the classes are, in words of theirs."""
    made = model([helper.make_node("MatMul", ["x", "w"], ["features"]),
                  helper.make_node("Softmax", ["x"], ["probabilities"], axis=1)],
                 [value("x", FLOAT, ["N", 3])],
                 [value("features", FLOAT, ["N", 5]), value("probabilities", FLOAT, ["N", 3])],
                 [("w", np.eye(3, 5, dtype=np.float32))])
    helper.set_model_props(made, {"classes": "person,car"})
    return made


def fixed_batch():
    """Row sums and rows reversed, four rows at a time only."""
    return model([helper.make_node("ReduceSum", ["x", "axis"], ["sum"], keepdims=0),
                  helper.make_node("Gather", ["x", "back"], ["reversed"], axis=1),
                  helper.make_node("Identity", ["t"], ["text"])],
                 [value("x", FLOAT, [4, 3]), value("t", TensorProto.STRING, [4, 1])],
                 [value("sum", FLOAT, [4]), value("reversed", FLOAT, [4, 3]), value("text", TensorProto.STRING, [4, 1])],
                 [("axis", np.int64([1])), ("back", np.int64([2, 1, 0]))])


def fixed_not_by_rows():
    """Four rows at a time; one output has no rows at all, one has one, whatever it says."""
    return model([helper.make_node("ReduceSum", ["x"], ["total"], keepdims=0),
                  helper.make_node("Reshape", ["x", "one"], ["flat"])],
                 [value("x", FLOAT, [4, 3])], [value("total", FLOAT, []), value("flat", FLOAT, [1, 12])],
                 [("one", np.int64([1, 12]))])


def dynamic():
    """Both dimensions open: running sums along each row."""
    return model([helper.make_node("CumSum", ["x", "axis"], ["y"])], [value("x", FLOAT, ["N", "T"])],
                 [value("y", FLOAT, ["N", "T"])], [("axis", np.int64(1))])


def not_by_rows():
    """The output's first dimension is the number of positive values, whatever it says."""
    return model([helper.make_node("NonZero", ["x"], ["n"]), helper.make_node("Transpose", ["n"], ["y"])],
                 [value("x", FLOAT, ["N", 2])], [value("y", TensorProto.INT64, ["M", 2])])


def dies_on_rows():
    """Two rows of three make six values: the Reshape to [3,2] fails on any other number of rows."""
    return model([helper.make_node("Reshape", ["x", "shape"], ["y"])], [value("x", FLOAT, ["N", 3])],
                 [value("y", FLOAT, ["M", 2])], [("shape", np.int64([3, 2]))])


def slow():
    """Runs for as many rounds as its input says, whatever the first row holds."""
    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["go_on"]), helper.make_node("Sin", ["state"], ["next"])],
        "round", [value("i", TensorProto.INT64, []), value("go", TensorProto.BOOL, []), value("state", FLOAT, None)],
        [value("go_on", TensorProto.BOOL, []), value("next", FLOAT, None)])
    return model([helper.make_node("ReduceMax", ["rounds"], ["most"], keepdims=0),
                  helper.make_node("Cast", ["rounds"], ["start"], to=FLOAT),
                  helper.make_node("Loop", ["most", "", "start"], ["y"], body=body)],
                 [value("rounds", TensorProto.INT64, ["N"])], [value("y", FLOAT, ["N"])], check=False)


def needs_memory():
    """Counts as many elements as its input says, which it has to hold in memory; whatever the first row holds."""
    return model([helper.make_node("ReduceMax", ["elements"], ["most"], keepdims=1),
                  helper.make_node("ConstantOfShape", ["most"], ["ones"],
                                   value=helper.make_tensor("one", FLOAT, [1], [1])),
                  helper.make_node("ReduceSum", ["ones"], ["y"], keepdims=1)],
                 [value("elements", TensorProto.INT64, ["N"])], [value("y", FLOAT, ["N"])], check=False)


def tails():
    """Graphs by what they end with."""
    def tail(nodes, constants=()):
        return model(nodes, [value("x", FLOAT, ["N", 3])], [value("y", FLOAT, ["N", "C"])], constants)

    softmax = helper.make_node("Softmax", ["x"], ["s"], axis=1)
    node = helper.make_node
    return {
        "softmax": tail([node("Softmax", ["x"], ["y"], axis=1)]),
        "sigmoid": tail([node("Sigmoid", ["x"], ["y"])]),
        "log_softmax": tail([node("LogSoftmax", ["x"], ["y"], axis=1)]),
        "relu": tail([softmax, node("Relu", ["s"], ["y"])]),
        "input": tail([node("Identity", ["x"], ["y"])]),
        "softmax_then_shape": tail([
            softmax, node("Identity", ["s"], ["a"]), node("Cast", ["a"], ["b"], to=TensorProto.DOUBLE),
            node("Cast", ["b"], ["c"], to=FLOAT), node("Unsqueeze", ["c", "axis"], ["d"]),
            node("Squeeze", ["d", "axis"], ["e"]), node("Flatten", ["e"], ["f"], axis=1),
            node("Reshape", ["f", "shape"], ["y"])],
            [("axis", np.int64([1])), ("shape", np.int64([-1, 3]))]),
        "softmax_quantised": tail([
            softmax, node("QuantizeLinear", ["s", "step", "zero"], ["q"]),
            node("DequantizeLinear", ["q", "step", "zero"], ["y"])],
            [("step", np.float32(1 / 256)), ("zero", np.uint8(0))]),
        "one_minus_sigmoid": tail([
            node("Sigmoid", ["x"], ["p"]), node("Sub", ["one", "p"], ["m"]), node("Concat", ["m", "p"], ["y"], axis=1)],
            [("one", np.float32([1]))]),
    }


def refused():
    """What cannot be served."""
    identity = [helper.make_node("Identity", ["x"], ["y"])]
    row = [value("x", FLOAT, ["N", 2])], [value("y", FLOAT, ["N", 2])]
    external = model([helper.make_node("Add", ["x", "w"], ["y"])], *row, [("w", np.float32([1, 2]))])
    weights = external.graph.initializer[0]
    weights.ClearField("raw_data")
    weights.data_location = TensorProto.EXTERNAL
    weights.external_data.add(key="location", value="/etc/passwd")
    hidden = model([helper.make_node("Constant", [], ["w"], value=weights), helper.make_node("Add", ["x", "w"], ["y"])],
                   *row, check=False)
    sparse = helper.make_sparse_tensor(weights, numpy_helper.from_array(np.int64([0, 1]), "at"), [2])
    in_sparse = model([helper.make_node("Constant", [], ["w"], sparse_value=sparse),
                       helper.make_node("Add", ["x", "w"], ["y"])], *row, check=False)
    plus = helper.make_function(
        "com.example", "Plus", ["x"], ["y"],
        [helper.make_node("Constant", [], ["w"]), helper.make_node("Add", ["x", "w"], ["y"])],
        [helper.make_opsetid("", 17)], attribute_protos=[helper.make_attribute("w", weights)])
    plus.node[0].attribute.append(onnx.AttributeProto(name="value", type=onnx.AttributeProto.TENSOR, ref_attr_name="w"))
    in_default = model([helper.make_node("Plus", ["x"], ["y"], domain="com.example")], *row,
                       imports=[helper.make_opsetid("com.example", 1)], functions=[plus], check=False)
    sequence = model([helper.make_node("SplitToSequence", ["x"], ["y"], axis=0)], row[0],
                     [helper.make_tensor_sequence_value_info("y", FLOAT, None)])
    return {
        "newer_opset": model(identity, *row, opset=99, check=False),
        "newer_ir": model(identity, *row, ir_version=99, check=False),
        "other_operator": model([helper.make_node("Frobnicate", ["x"], ["y"], domain="com.example")], *row,
                                imports=[helper.make_opsetid("com.example", 1)], check=False),
        "external": external,
        "external_in_node": hidden,
        "external_in_sparse": in_sparse,
        "external_in_default": in_default,
        "sequence": sequence,
        "complex": model(identity, [value("x", TensorProto.COMPLEX64, ["N", 2])],
                         [value("y", TensorProto.COMPLEX64, ["N", 2])], check=False),
        "no_inputs": model([helper.make_node("Identity", ["w"], ["y"])], [], [value("y", FLOAT, [2])],
                           [("w", np.float32([1, 2]))]),
        "scalar_input": model([helper.make_node("Mul", ["x", "k"], ["y"])], [row[0][0], value("k", FLOAT, [])], row[1]),
        "state": model([helper.make_node("ReduceSum", ["state", "axis"], ["s"], keepdims=0),
                        helper.make_node("Add", ["x", "s"], ["y"])],
                       [row[0][0], value("state", FLOAT, [2, "N", 2])], row[1], [("axis", np.int64([0]))]),
    }


def scikit_learn(out):
    """Iris, as scikit-learn and its converter write it; what scikit-learn itself answers."""
    x, y = load_iris(return_X_y=True)
    names = load_iris().target_names
    x = x.astype(np.float32)
    types = [("input", FloatTensorType([None, 4]))]
    logistic = LogisticRegression(max_iter=1000).fit(x, y)
    named = LogisticRegression(max_iter=1000).fit(x, names[y])
    forest = RandomForestClassifier(4, max_depth=3, random_state=0).fit(x, y)
    for name, fitted, options in (("iris_zipmap", logistic, {}), ("iris_zipmap_named", named, {}),
                                  ("iris_tensor", logistic, {"zipmap": False}),
                                  ("iris_forest", forest, {"zipmap": False})):
        made = to_onnx(fitted, initial_types=types, target_opset={"": 17, "ai.onnx.ml": 3},
                       options={id(fitted): options} if options else None)
        save(out / f"{name}.onnx", made)
    rows = x[::10]
    lines = [",".join(f"{v:.9g}" for v in (*row, *p)) + "," + label for row, p, label in
             # scikit-learn computes in what it is given: here in doubles.
             zip(rows, logistic.predict_proba(rows.astype(np.float64)), named.predict(rows))]
    (out / "iris.csv").write_text("\n".join(lines) + "\n")


def pixels(seed):
    """The picture that the Java test makes by the same formula."""
    index = np.arange(3 * 224 * 224, dtype=np.int64)
    return (((index * 7919 + index // 224 * 31 + seed * 104729) % 256 - 127) / 128).astype(np.float32)


def efficientnet(out, path):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    lines = []
    for seed in range(3):
        logits = session.run(None, {"image": pixels(seed).reshape(1, 3, 224, 224)})[0][0]
        best = np.argsort(-logits, kind="stable")[:10]
        lines += [f"{seed},{i},{logits[i]:.9g}" for i in best]
    (out / "efficientnet-logits.csv").write_text("\n".join(lines) + "\n")


def save(path, made):
    path.write_bytes(made.SerializeToString(deterministic=True))


def main(out, classifier):
    out.mkdir(parents=True, exist_ok=True)
    for make in (scale, all_types, unsigned_sum, unsigned_in_branch, several_outputs, features_and_scores, fixed_batch, fixed_not_by_rows, dynamic,
                 not_by_rows, dies_on_rows, slow, needs_memory):
        save(out / f"{make.__name__}.onnx", make())
    for name, made in tails().items():
        save(out / f"ends_in_{name}.onnx", made)
    for name, made in refused().items():
        save(out / f"refused_{name}.onnx", made)
    scikit_learn(out)
    efficientnet(out, classifier)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
