package io.cerium.engine.onnx;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import shade.com.google.protobuf.CodedInputStream;
import shade.com.google.protobuf.Descriptors.Descriptor;
import shade.com.google.protobuf.Descriptors.FieldDescriptor;
import shade.com.google.protobuf.InvalidProtocolBufferException;
import shade.com.google.protobuf.WireFormat;

/**
 * Refuses messages that protobuf's parser must not see. No writer of ONNX files writes such; the
 * parser's time grows with the square of their number, or its stack with their depth:
 *
 * <ul>
 *   <li>groups, which ONNX has nowhere and which the parser skips by recursion without a limit;
 *   <li>unknown fields by turns: the parser copies what it has of a field each time that the field
 *       comes back after another (CVE-2021-22569). In one run, as writers write them, they are
 *       fine;
 *   <li>a field twice that may be there once: each message of it is merged with the one before.
 * </ul>
 */
final class WireCheck {
  /** As deep as protobuf's parser itself goes. */
  private static final int MOST_LEVELS = 100;

  private final CodedInputStream in;

  private WireCheck(CodedInputStream in) {
    this.in = in;
  }

  /**
   * Reads to the end of {@code in}.
   *
   * @throws InvalidProtocolBufferException if it is not to be parsed
   */
  static void check(CodedInputStream in, Descriptor type) throws IOException {
    new WireCheck(in).checkMessage(type, 1);
  }

  static void requireNoGroup(int tag) throws InvalidProtocolBufferException {
    int wireType = WireFormat.getTagWireType(tag);
    if (wireType == WireFormat.WIRETYPE_START_GROUP || wireType == WireFormat.WIRETYPE_END_GROUP) {
      throw new InvalidProtocolBufferException("the file has a group, as no ONNX file has");
    }
  }

  /** At the end of a message: whether the file ended before. */
  static void requireAtEnd(CodedInputStream in) throws InvalidProtocolBufferException {
    if (in.getBytesUntilLimit() > 0) {
      throw new InvalidProtocolBufferException("the file ends inside a message");
    }
  }

  private void checkMessage(Descriptor type, int level) throws IOException {
    if (level > MOST_LEVELS) {
      throw new InvalidProtocolBufferException("its messages lie too deep in each other");
    }
    Set<Integer> single = new HashSet<>();
    Set<Integer> unknown = new HashSet<>();
    int last = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      requireNoGroup(tag);
      int number = WireFormat.getTagFieldNumber(tag);
      FieldDescriptor field = type.findFieldByNumber(number);
      if (field == null || !isRead(field, WireFormat.getTagWireType(tag))) {
        if (number != last && !unknown.add(number)) {
          throw new InvalidProtocolBufferException("unknown fields alternate");
        }
        last = number;
        in.skipField(tag);
        continue;
      }
      if (!field.isRepeated() && !single.add(number)) {
        throw new InvalidProtocolBufferException("a field is there twice");
      }
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        int limit = in.pushLimit(in.readRawVarint32());
        checkMessage(field.getMessageType(), level + 1);
        requireAtEnd(in);
        in.popLimit(limit);
      } else {
        in.skipField(tag);
      }
    }
  }

  /** Whether the parser takes a field so written for what it is, not for an unknown one. */
  private static boolean isRead(FieldDescriptor field, int wireType) {
    boolean packed = field.isPackable() && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    return packed || field.getLiteType().getWireType() == wireType;
  }
}
