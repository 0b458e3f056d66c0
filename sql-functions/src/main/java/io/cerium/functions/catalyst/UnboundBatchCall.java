package io.cerium.functions.catalyst;

import io.cerium.engine.error.CeriumException;
import io.cerium.engine.error.ErrorCode;
import io.cerium.functions.spi.BatchFunction;
import io.cerium.functions.spi.BoundBatchCall;
import io.cerium.functions.spi.ModelLookup;
import io.cerium.functions.spi.ModelLookup.PinnedModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.analysis.UnresolvedException;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.catalyst.util.package$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Enumeration;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/**
 * A call of a batch function as the parser left it: its model is a name, its type is unknown. The
 * analyzer binds it; it is never resolved.
 */
public final class UnboundBatchCall extends Expression implements Unevaluable, Serializable {
  private static final long serialVersionUID = 1L;

  private final BatchFunction function;
  private final String name;
  private final Seq<Expression> children;

  public UnboundBatchCall(BatchFunction function, String name, Seq<Expression> children) {
    this.function = function;
    this.name = name;
    this.children = children;
  }

  /**
   * @param name the function's name as typed, in lower case
   * @param arguments as given, named ones in Spark's wrapper
   */
  public static Expression of(BatchFunction function, String name, List<Expression> arguments) {
    return new UnboundBatchCall(function, name, ScalaBridge.toSeq(arguments));
  }

  /** Which of the arguments is the model, if any is. */
  public static OptionalInt placeOfModel(List<Expression> arguments) {
    return BatchCallArguments.placeOfModel(arguments);
  }

  private BatchCallArguments arguments() {
    return BatchCallArguments.of(function, name, ScalaBridge.toList(children));
  }

  /**
   * Whether the call names a model and nothing else, so that its inputs are the columns in scope.
   */
  public boolean takesColumnsInScope() {
    return arguments().inputs().isEmpty();
  }

  /**
   * Checks that the model can take its inputs from columns by their names.
   *
   * @throws CeriumException MODEL_ARGUMENT_RESERVED if one has the name of an option
   */
  public void checkColumns(PinnedModel model) {
    BatchCallArguments arguments = arguments();
    arguments.checkReserved(model, arguments.optionNames());
  }

  /** The same call with inputs by name. */
  public UnboundBatchCall withInputs(List<Expression> named) {
    List<Expression> all = new ArrayList<>(ScalaBridge.<Expression>toList(children));
    all.addAll(named);
    return new UnboundBatchCall(function, name, ScalaBridge.toSeq(all));
  }

  /**
   * The name of the model.
   *
   * @throws CeriumException MODEL_NAME_NOT_CONSTANT; AMBIGUOUS_MODEL_REFERENCE if a column stands
   *     there whose name is a model's
   */
  public String modelName(ModelLookup models) {
    Expression model = arguments().model();
    if (model instanceof AttributeReference column && models.find(column.name()).isPresent()) {
      throw CeriumException.of(ErrorCode.AMBIGUOUS_MODEL_REFERENCE, "name", column.name());
    }
    if (model.foldable() && model.dataType() instanceof StringType) {
      Object value = model.eval(null);
      if (value instanceof UTF8String text) {
        return text.toString();
      }
    }
    throw CeriumException.of(
        ErrorCode.MODEL_NAME_NOT_CONSTANT, "function", name, "expression", model.sql());
  }

  /**
   * Binds the call, whose arguments are resolved.
   *
   * @throws CeriumException for all that is wrong with the arguments
   */
  public BatchCall bind(ModelLookup models) {
    BatchCallArguments arguments = arguments();
    String modelName = modelName(models);
    arguments.checkReserved(models.resolve(modelName), arguments.options().keySet());
    BoundBatchCall bound = function.bind(arguments.typed(modelName), models);
    List<Expression> given = arguments.inputs();
    List<Expression> inputs =
        bound.inputs().stream()
            .map(column -> InputColumns.expression(given.get(column.argument()), column))
            .toList();
    return new BatchCall(bound.kernel(), bound.returned(), ScalaBridge.toSeq(inputs), title());
  }

  /** The call as Spark writes one in the name of a column: names unqualified, texts bare. */
  private String title() {
    return ScalaBridge.<Expression>toList(children).stream()
        .map(UnboundBatchCall::title)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String title(Expression argument) {
    return argument instanceof NamedArgumentExpression named
        ? named.key() + " => " + package$.MODULE$.toPrettySQL(named.value())
        : package$.MODULE$.toPrettySQL(argument);
  }

  @Override
  public String prettyName() {
    return name;
  }

  @Override
  public boolean resolved() {
    return false;
  }

  /**
   * Asked at the end of an analysis that left the call unbound: the session has no rule that binds
   * it, and Spark would report a fault of its own.
   */
  @Override
  public TypeCheckResult checkInputDataTypes() {
    throw SqlErrors.unchecked(
        SqlErrors.toAnalysis(CeriumException.of(ErrorCode.EXTENSION_MISSING, "function", name)));
  }

  /** Lets rules pass by plans without such calls. */
  @Override
  public Seq<Enumeration.Value> nodePatterns() {
    return ScalaBridge.toSeq(List.of(TreePattern.UNRESOLVED_FUNCTION()));
  }

  @Override
  public boolean foldable() {
    return false;
  }

  @Override
  public boolean nullable() {
    return true;
  }

  @Override
  public DataType dataType() {
    throw SqlErrors.unchecked(new UnresolvedException("dataType"));
  }

  @Override
  public Object eval(InternalRow row) {
    return Unevaluable.super.eval(row);
  }

  @Override
  public ExprCode doGenCode(CodegenContext context, ExprCode code) {
    return Unevaluable.super.doGenCode(context, code);
  }

  @Override
  public Seq<Expression> children() {
    return children;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
    return new UnboundBatchCall(function, name, newChildren);
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int index) {
    return switch (index) {
      case 0 -> function;
      case 1 -> name;
      case 2 -> children;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof UnboundBatchCall;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnboundBatchCall that
        && name.equals(that.name)
        && children.equals(that.children);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + children.hashCode();
  }
}
