package io.cerium.functions.catalyst;

import io.cerium.engine.image.ImageLimits;
import io.cerium.engine.image.ImagePipeline;
import io.cerium.functions.catalog.Argument;
import io.cerium.functions.catalog.ImageType;
import io.cerium.functions.catalog.SparkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import scala.collection.Seq;

/**
 * A chain of image functions over one picture, each the input of the next; as typed, a chain of
 * one. Its children are the picture, then the arguments of each step in turn.
 */
public final class ImageCall extends RowCall {
  private static final long serialVersionUID = 1L;

  private final List<CallShape> shapes;
  private final ImageLimits limits;
  private transient volatile ImageChain chain;

  /**
   * @param shapes of the steps, in the order in which they are applied
   * @param limits of the driver's configuration
   * @param children the picture, then the arguments of each step
   */
  public ImageCall(List<CallShape> shapes, ImageLimits limits, Seq<Expression> children) {
    super(children);
    this.shapes = List.copyOf(shapes);
    this.limits = limits;
  }

  /** The picture. */
  public Expression picture() {
    return children().head();
  }

  /**
   * The functions of this call, and of those that make its picture, in one chain.
   *
   * @return empty if the picture is made otherwise, or fusing could change a result
   */
  public Optional<ImageCall> fused() {
    if (!(picture() instanceof ImageCall inner)
        || !inner.dataType().equals(ImageType.STRUCT)
        || !arguments().stream().allMatch(ImageCall::cannotFail)) {
      return Optional.empty();
    }
    ImageCall whole = inner.fused().orElse(inner);
    List<CallShape> allShapes = new ArrayList<>(whole.shapes);
    allShapes.addAll(shapes);
    List<Expression> allValues = new ArrayList<>(whole.values());
    allValues.addAll(arguments());
    return Optional.of(new ImageCall(allShapes, limits, ScalaBridge.toSeq(allValues)));
  }

  /** A fused call computes its arguments before it knows whether the picture is NULL. */
  private static boolean cannotFail(Expression argument) {
    if (argument.foldable()) {
      return true;
    } else if (argument instanceof Cast cast) {
      return Cast.canUpCast(cast.child().dataType(), cast.dataType()) && cannotFail(cast.child());
    }
    return argument.deterministic() && argument.children().isEmpty();
  }

  /**
   * The same work as a pipeline, where it is one: all arguments constant and not NULL, pixels at
   * the end, and no {@code try_} function among the steps.
   */
  public Optional<ImagePipeline> constantPipeline() {
    return chain().constantPipeline();
  }

  @Override
  ImageCall withValues(Seq<Expression> values) {
    return new ImageCall(shapes, limits, values);
  }

  private List<Expression> arguments() {
    return values().subList(1, children().size());
  }

  private List<Expression> arguments(int step) {
    int start = start(step);
    return arguments().subList(start, start + shapes.get(step).names().size());
  }

  private int start(int step) {
    return shapes.subList(0, step).stream().mapToInt(shape -> shape.names().size()).sum();
  }

  private Binding binding(int step) {
    return Binding.of(shapes.get(step), arguments(step));
  }

  private ImageChain chain() {
    ImageChain found = chain;
    if (found == null) {
      NativeSetup.configure();
      List<ImageStep> steps = new ArrayList<>();
      for (int i = 0; i < shapes.size(); i++) {
        steps.add(new ImageStep(shapes.get(i), arguments(i), start(i)));
      }
      found = new ImageChain(steps, limits);
      chain = found;
    }
    return found;
  }

  @Override
  public Seq<AbstractDataType> inputTypes() {
    List<AbstractDataType> types = new ArrayList<>();
    DataType type = picture().dataType();
    types.add(type instanceof NullType ? DataTypes.BinaryType : type);
    for (int i = 0; i < shapes.size(); i++) {
      types.addAll(binding(i).inputTypes(arguments(i)));
    }
    return ScalaBridge.toSeq(types);
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    if (!ImageType.INSTANCE.accepts(picture().dataType())) {
      CallShape first = shapes.get(0);
      Argument parameter = first.function().overloads().get(0).arguments().get(0);
      return TypeMismatch.of(first.function(), parameter, 0, picture());
    }
    for (int i = 0; i < shapes.size(); i++) {
      TypeCheckResult result = binding(i).check(shapes.get(i), arguments(i), 1);
      if (!result.isSuccess()) {
        return result;
      }
    }
    return check(this::chain);
  }

  @Override
  public DataType dataType() {
    SparkType returns = binding(shapes.size() - 1).overload().returns();
    return returns.dataType();
  }

  @Override
  public String prettyName() {
    return shapes.get(shapes.size() - 1).function().name();
  }

  @Override
  String text(List<String> values) {
    String text = values.get(0);
    for (int i = 0; i < shapes.size(); i++) {
      int start = 1 + start(i);
      CallShape shape = shapes.get(i);
      text = shape.text(List.of(text), values.subList(start, start + shape.names().size()));
    }
    return text;
  }

  @Override
  public Object eval(InternalRow row) {
    Object picture = picture().eval(row);
    if (picture == null) {
      return null;
    }
    Object[] values = new Object[children().size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = children().apply(i + 1).eval(row);
    }
    return run(picture, values);
  }

  /** For generated code: computes one row from Catalyst's values. */
  public Object run(Object picture, Object[] values) {
    return chain().run(picture, picture().dataType(), values);
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode target) {
    ExprCode picture = picture().genCode(context);
    String values = context.freshName("values");
    String result = context.freshName("result");
    RowCode code =
        RowCode.declaring(target, dataType())
            .add(picture)
            .add("if (!%s) {", picture.isNull())
            .add("Object[] %s = new Object[%d];", values, children().size() - 1);
    List<Expression> arguments = arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).foldable()) {
        ExprCode argument = arguments.get(i).genCode(context);
        code.add(argument)
            .add("%s[%d] = %s;", values, i, RowCode.boxed(argument, arguments.get(i)));
      }
    }
    String self = RowCode.reference(context, this, ImageCall.class);
    String type = CodeGenerator.boxedType(dataType());
    return code.add("Object %s = %s.run(%s, %s);", result, self, picture.value(), values)
        .add("if (%s != null) {", result)
        .add("%s = (%s) %s;", target.value(), type, result)
        .add("%s = false;", target.isNull())
        .add("}")
        .add("}")
        .into(target);
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int index) {
    return switch (index) {
      case 0 -> shapes;
      case 1 -> limits;
      default -> children();
    };
  }
}
