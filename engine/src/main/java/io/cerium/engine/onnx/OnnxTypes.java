package io.cerium.engine.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import io.cerium.engine.tensor.ElementType;
import java.util.Optional;

/** Element types as Cerium, ONNX's file format and ONNX Runtime name them. */
final class OnnxTypes {
  private OnnxTypes() {}

  /** The type of an element in the file format; empty for those that no SQL type can hold. */
  static Optional<ElementType> find(int dataType) {
    TensorProto.DataType type = TensorProto.DataType.forNumber(dataType);
    if (type == null) {
      return Optional.empty();
    }
    return switch (type) {
      case FLOAT -> Optional.of(ElementType.FLOAT);
      case DOUBLE -> Optional.of(ElementType.DOUBLE);
      case FLOAT16 -> Optional.of(ElementType.FLOAT16);
      case BFLOAT16 -> Optional.of(ElementType.BFLOAT16);
      case INT8 -> Optional.of(ElementType.INT8);
      case UINT8 -> Optional.of(ElementType.UINT8);
      case INT16 -> Optional.of(ElementType.INT16);
      case UINT16 -> Optional.of(ElementType.UINT16);
      case INT32 -> Optional.of(ElementType.INT32);
      case UINT32 -> Optional.of(ElementType.UINT32);
      case INT64 -> Optional.of(ElementType.INT64);
      case UINT64 -> Optional.of(ElementType.UINT64);
      case BOOL -> Optional.of(ElementType.BOOL);
      case STRING -> Optional.of(ElementType.STRING);
      default -> Optional.empty();
    };
  }

  /** The type of a tensor in the runtime, told exactly: its Java type knows no unsigned numbers. */
  static Optional<ElementType> find(TensorInfo info) {
    return switch (info.onnxType) {
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> Optional.of(ElementType.FLOAT);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> Optional.of(ElementType.DOUBLE);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> Optional.of(ElementType.FLOAT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16 -> Optional.of(ElementType.BFLOAT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8 -> Optional.of(ElementType.INT8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8 -> Optional.of(ElementType.UINT8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16 -> Optional.of(ElementType.INT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT16 -> Optional.of(ElementType.UINT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> Optional.of(ElementType.INT32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT32 -> Optional.of(ElementType.UINT32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> Optional.of(ElementType.INT64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT64 -> Optional.of(ElementType.UINT64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL -> Optional.of(ElementType.BOOL);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING -> Optional.of(ElementType.STRING);
      default -> Optional.empty();
    };
  }

  /**
   * The type that carries the bits of {@code type} into the runtime: unsigned numbers travel as
   * signed ones of their width, and {@link GraphEdit} casts them in the graph.
   */
  static OnnxJavaType carrier(ElementType type) {
    return switch (type) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case DOUBLE -> OnnxJavaType.DOUBLE;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
      case INT8 -> OnnxJavaType.INT8;
      case UINT8 -> OnnxJavaType.UINT8;
      case INT16, UINT16 -> OnnxJavaType.INT16;
      case INT32, UINT32 -> OnnxJavaType.INT32;
      case INT64, UINT64 -> OnnxJavaType.INT64;
      case BOOL -> OnnxJavaType.BOOL;
      case STRING -> OnnxJavaType.STRING;
    };
  }

  /** Whether the runtime's Java side has no tensors of this type. */
  static boolean isCarried(ElementType type) {
    return type == ElementType.UINT16 || type == ElementType.UINT32 || type == ElementType.UINT64;
  }
}
