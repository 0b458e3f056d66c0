package io.cerium.functions.catalog;

import io.cerium.engine.image.ImageEnd;
import io.cerium.engine.image.ImageOp;
import io.cerium.functions.catalog.FunctionDescriptor.ExampleText;
import io.cerium.functions.spi.Arg;
import io.cerium.functions.spi.BatchFunction;
import io.cerium.functions.spi.FunctionContract;
import io.cerium.functions.spi.ImageFunction;
import io.cerium.functions.spi.SqlFunction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a function's class: its annotation and its {@code call} methods. */
final class FunctionReader {
  private static final String METHOD = "call";

  private final Class<? extends FunctionContract> contract;
  private final SqlFunction annotation;

  private FunctionReader(Class<? extends FunctionContract> contract) {
    this.contract = contract;
    this.annotation = contract.getAnnotation(SqlFunction.class);
    require(annotation != null, "has no @SqlFunction");
  }

  static FunctionDescriptor read(FunctionContract function) {
    return new FunctionReader(function.getClass()).descriptor();
  }

  private FunctionDescriptor descriptor() {
    return new FunctionDescriptor(
        contract,
        annotation.name(),
        List.of(annotation.aliases()),
        annotation.group(),
        annotation.summary(),
        annotation.returns(),
        overloads(),
        annotation.onFailure(),
        Arrays.stream(annotation.examples())
            .map(e -> new ExampleText(e.sql(), e.result()))
            .toList(),
        annotation.note(),
        annotation.since());
  }

  private List<Overload> overloads() {
    if (BatchFunction.class.isAssignableFrom(contract)) {
      return List.of(
          new Overload(
              Arrays.stream(annotation.arguments()).map(a -> Argument.of(a, null)).toList(),
              null,
              null));
    }
    List<Overload> overloads =
        Arrays.stream(contract.getDeclaredMethods())
            .filter(m -> m.getName().equals(METHOD) && Modifier.isStatic(m.getModifiers()))
            .map(this::overload)
            .sorted(
                Comparator.comparing((Overload o) -> -o.arguments().size())
                    .thenComparing(o -> o.text("")))
            .toList();
    require(!overloads.isEmpty(), "has no public static method named " + METHOD);
    return overloads;
  }

  private Overload overload(Method method) {
    require(
        Modifier.isPublic(method.getModifiers()) && Modifier.isPublic(contract.getModifiers()),
        "must be public, and its method too");
    require(
        Stream.of(method.getExceptionTypes()).allMatch(RuntimeException.class::isAssignableFrom),
        "declares a checked exception");
    List<Argument> arguments = new ArrayList<>();
    boolean isImage = ImageFunction.class.isAssignableFrom(contract);
    if (isImage) {
      arguments.add(
          new Argument(
              annotation.input(),
              "the picture: the bytes of a file, or Spark's image struct",
              null,
              ImageType.INSTANCE,
              ""));
    }
    for (Parameter parameter : method.getParameters()) {
      Arg arg = parameter.getAnnotation(Arg.class);
      require(arg != null, "has a parameter without @Arg");
      arguments.add(Argument.of(arg, SparkTypes.of(parameter.getParameterizedType())));
    }
    Type result = method.getGenericReturnType();
    return new Overload(
        arguments, StaticMethod.of(method), isImage ? imageResult(result) : SparkTypes.of(result));
  }

  private SparkType imageResult(Type result) {
    if (result == ImageEnd.ToEncoded.class) {
      return BasicType.BINARY;
    }
    boolean isOp =
        result instanceof Class<?> type && ImageOp.class.isAssignableFrom(type)
            || result instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == ImageOp.class;
    require(isOp, "returns neither ImageOp, List<ImageOp> nor one kind of ImageEnd");
    return ImageType.INSTANCE;
  }

  private void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalStateException("the function " + contract.getName() + " " + problem);
    }
  }
}
