package io.cerium.functions.model;

import io.cerium.engine.model.Device;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code cpu}, {@code cuda} and {@code cuda:1}. */
final class DeviceName {
  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

  private DeviceName() {}

  static Device parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.equals("cpu")) {
      return Device.CPU;
    }
    Matcher cuda = CUDA.matcher(name);
    if (cuda.matches()) {
      return new Device(
          Device.Kind.CUDA, cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
    }
    throw ModelOption.DEVICE.invalid(
        "cannot be '" + text + "'", "It takes 'cpu', 'cuda' or 'cuda:1'.");
  }
}
