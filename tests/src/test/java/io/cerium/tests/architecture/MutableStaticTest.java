package io.cerium.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/**
 * State that all queries of a JVM share is rare and has a reason.
 *
 * <p>A static field counts as mutable if it can be assigned, or if its type is made to change: a
 * cache, a counter, an executor, or one of our own classes that holds such a thing.
 */
class MutableStaticTest {
  /** What is shared on purpose, with the reason. */
  private static final Map<String, String> SHARED =
      Map.of(
          "io.cerium.engine.image.OpenCv.LIBRARY",
          "remembers whether the library is loaded, which a JVM does once",
          "io.cerium.engine.natives.NativeFolder.configured",
          "a JVM loads a library once, so there is one folder to load from",
          "io.cerium.engine.natives.NativeFolder.resolved",
          "once a library is loaded the folder stays",
          "io.cerium.engine.natives.NativeHeap.LIBRARY",
          "whether a library is loaded is a fact of the JVM",
          "io.cerium.engine.onnx.OnnxNatives.LIBRARY",
          "whether a library is loaded is a fact of the JVM",
          "io.cerium.engine.onnx.OnnxNatives.environment",
          "ONNX Runtime allows one environment a process",
          "io.cerium.engine.model.ModelCache.SHARED",
          "a model is loaded once an executor, for all its tasks",
          "io.cerium.catalyst.plan.SentArtifacts.APPLICATIONS",
          "an artifact is broadcast once an application",
          "io.cerium.catalyst.session.ApplicationModels.APPLICATIONS",
          "sessions come and go by the connection and have no room for an extension's objects",
          "io.cerium.engine.tensor.TensorPool.SHARED",
          "idle memory is bounded for all models and tasks together");

  @Test
  void staticsAreConstantsUnlessNamedHere() {
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new ProductionCode()).importPackages("io.cerium");
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean own =
            modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.SYNTHETIC);
        if (own && (!modifiers.contains(JavaModifier.FINAL) || canChange(field))) {
          found.add(type.getName() + "." + field.getName());
        }
      }
    }
    assertThat(found)
        .as("mutable statics; name a new one here with its reason")
        .isEqualTo(new TreeSet<>(SHARED.keySet()));
  }

  private static boolean canChange(JavaField field) {
    if (field.getRawType().isInterface()
        && (field.getRawType().isAssignableTo(java.util.Collection.class)
            || field.getRawType().isAssignableTo(Map.class))
        && !field.getRawType().getName().startsWith("java.util.concurrent.")) {
      // A declared type says nothing: what is in the field is a fixed collection, or it is not.
      try {
        Field reflected = field.reflect();
        reflected.setAccessible(true);
        String type = reflected.get(null).getClass().getName();
        return !type.startsWith("java.util.ImmutableCollections")
            && !type.startsWith("java.util.Collections$Unmodifiable");
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(field.getFullName(), e);
      }
    }
    return canChange(field.getRawType());
  }

  private static boolean canChange(JavaClass type) {
    if (type.isEnum() || type.isRecord() || type.isInterface() && ownType(type)) {
      return false;
    }
    if (ownType(type)) {
      return type.getFields().stream()
          .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
          .anyMatch(
              field ->
                  !field.getModifiers().contains(JavaModifier.FINAL)
                      || (!field.getRawType().equals(type) && canChange(field.getRawType())));
    }
    String name = type.getName();
    return name.startsWith("java.util.concurrent.")
        || name.startsWith("java.lang.ThreadLocal")
        || name.startsWith("java.lang.ref.")
        || name.endsWith("HashMap")
        || name.endsWith("ArrayList")
        || name.endsWith("HashSet")
        || type.isAssignableTo(Executor.class)
        || type.isAssignableTo(Thread.class)
        || type.isAssignableTo(Iterator.class)
        || type.isAssignableTo(java.util.Queue.class)
        || type.isAssignableTo(StringBuilder.class);
  }

  private static boolean ownType(JavaClass type) {
    return type.getPackageName().startsWith("io.cerium");
  }
}
