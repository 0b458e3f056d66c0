package io.cerium.functions.catalog;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;

/** A public static method that can be sent to executors. Immutable, safe for all threads. */
public final class StaticMethod implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<?> owner;
  private final String name;
  private final Class<?> returnType;
  private final Class<?>[] parameterTypes;
  private transient volatile MethodHandle handle;

  private StaticMethod(Method method) {
    owner = method.getDeclaringClass();
    name = method.getName();
    returnType = method.getReturnType();
    parameterTypes = method.getParameterTypes();
  }

  /** Points to a method. */
  public static StaticMethod of(Method method) {
    return new StaticMethod(method);
  }

  /** As source code names it: {@code package.Class.method}. */
  public String sourceName() {
    return owner.getCanonicalName() + "." + name;
  }

  public Class<?> returnType() {
    return returnType;
  }

  public List<Class<?>> parameterTypes() {
    return List.of(parameterTypes);
  }

  /**
   * Calls the method.
   *
   * @throws RuntimeException as the method throws it
   */
  public Object call(List<?> arguments) {
    try {
      return handle().invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(this + " declares no checked exception", e);
    }
  }

  private MethodHandle handle() {
    MethodHandle found = handle;
    if (found == null) {
      try {
        found =
            MethodHandles.publicLookup()
                .findStatic(owner, name, MethodType.methodType(returnType, parameterTypes));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(this + " must be public, in a public class", e);
      }
      handle = found;
    }
    return found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StaticMethod that
        && owner.equals(that.owner)
        && name.equals(that.name)
        && parameterTypes().equals(that.parameterTypes());
  }

  @Override
  public int hashCode() {
    return Objects.hash(owner, name, parameterTypes());
  }

  @Override
  public String toString() {
    return sourceName() + parameterTypes();
  }
}
