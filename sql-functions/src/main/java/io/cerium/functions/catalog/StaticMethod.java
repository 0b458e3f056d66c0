package io.cerium.functions.catalog;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
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
  private transient volatile Method method;

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
      return method().invoke(null, arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(this + " declares no checked exception", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(this + " must be public, in a public class", e);
    }
  }

  private Method method() {
    Method found = method;
    if (found == null) {
      try {
        found = owner.getMethod(name, parameterTypes);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(this + " is not there", e);
      }
      method = found;
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
