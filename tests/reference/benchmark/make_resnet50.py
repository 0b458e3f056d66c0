"""Writes a ResNet-50 of full size with random weights: for measuring speed, never trained."""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

STAGES = [(64, 3), (128, 4), (256, 6), (512, 3)]
EXPANSION = 4
# Without batch normalisation each sum would grow: a damped branch keeps the values in range.
BRANCH_GAIN = 0.3


class Graph:
    def __init__(self, seed):
        self.random = np.random.default_rng(seed)
        self.nodes = []
        self.weights = []

    def weight(self, name, values):
        self.weights.append(numpy_helper.from_array(values.astype(np.float32), name))
        return name

    def node(self, kind, inputs, name, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def convolution(self, source, name, channels_in, channels_out, size, stride, gain=1.0):
        deviation = gain * np.sqrt(2.0 / (channels_in * size * size))
        shape = (channels_out, channels_in, size, size)
        pad = size // 2
        return self.node(
            "Conv",
            [
                source,
                self.weight(name + ".weight", self.random.normal(0, deviation, shape)),
                self.weight(name + ".bias", self.random.normal(0, 0.01, channels_out)),
            ],
            name,
            kernel_shape=[size, size],
            strides=[stride, stride],
            pads=[pad] * 4,
        )

    def relu(self, source):
        return self.node("Relu", [source], source + ".relu")

    def bottleneck(self, source, name, channels_in, width, stride):
        channels_out = width * EXPANSION
        branch = self.relu(self.convolution(source, name + ".conv1", channels_in, width, 1, 1))
        branch = self.relu(self.convolution(branch, name + ".conv2", width, width, 3, stride))
        branch = self.convolution(branch, name + ".conv3", width, channels_out, 1, 1, BRANCH_GAIN)
        shortcut = source
        if channels_in != channels_out:
            shortcut = self.convolution(
                source, name + ".shortcut", channels_in, channels_out, 1, stride
            )
        return self.relu(self.node("Add", [branch, shortcut], name + ".sum"))

    def dense(self, source, channels_in, classes):
        weight = self.random.normal(0, np.sqrt(1.0 / channels_in), (classes, channels_in))
        inputs = [source, self.weight("fc.weight", weight), self.weight("fc.bias", np.zeros(classes))]
        return self.node("Gemm", inputs, "logits", transB=1)


def resnet50():
    graph = Graph(seed=50)
    x = graph.relu(graph.convolution("image", "stem", 3, 64, 7, 2))
    x = graph.node("MaxPool", [x], "pool", kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4)
    channels = 64
    for stage, (width, blocks) in enumerate(STAGES):
        for block in range(blocks):
            stride = 2 if stage > 0 and block == 0 else 1
            x = graph.bottleneck(x, f"stage{stage + 1}.{block}", channels, width, stride)
            channels = width * EXPANSION
    x = graph.node("GlobalAveragePool", [x], "mean")
    x = graph.node("Flatten", [x], "features")
    graph.dense(x, channels, 1000)
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "resnet50, random weights",
            [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, 224, 224])],
            [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", 1000])],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )


def main():
    model = resnet50()
    onnx.checker.check_model(model)
    with open(sys.argv[1], "wb") as file:
        file.write(model.SerializeToString())


if __name__ == "__main__":
    main()
