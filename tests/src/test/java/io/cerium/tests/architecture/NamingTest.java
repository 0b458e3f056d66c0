package io.cerium.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names that say something, and methods that read without a look at their parameters. */
@AnalyzeClasses(packages = "io.cerium", importOptions = ProductionCode.class)
class NamingTest {
  private static final Set<String> EMPTY_WORDS =
      Set.of("util", "utils", "common", "helper", "helpers", "impl", "base", "manager");

  @ArchTest
  static final ArchRule TYPES =
      classes()
          .should(notBeNamed("(Abstract\\w*|\\w*(Utils?|Helpers?|Managers?|Impl|Base|Common))"));

  @ArchTest static final ArchRule PACKAGES = classes().should(liveInPackagesThatSaySomething());

  @ArchTest
  static final ArchRule NO_GET_PREFIX =
      methods()
          .that(areOurOwnAndPublic())
          .should()
          .haveNameNotMatching("get[A-Z].*")
          .because("an accessor is named after what it gives");

  @ArchTest
  static final ArchRule NO_BOOLEAN_PARAMETERS =
      methods()
          .that(areOurOwnAndPublic())
          .should(takeNoBoolean())
          .because("a call with true or false does not read; take two methods or an enum");

  private static ArchCondition<JavaClass> notBeNamed(String pattern) {
    return condition(
        "not be named " + pattern,
        type -> type.getSimpleName().matches(pattern) ? Optional.of(type.getName()) : none());
  }

  private static ArchCondition<JavaClass> liveInPackagesThatSaySomething() {
    return condition(
        "live in packages that say something",
        type ->
            Arrays.stream(type.getPackageName().split("\\."))
                .filter(EMPTY_WORDS::contains)
                .findFirst());
  }

  private static ArchCondition<JavaMethod> takeNoBoolean() {
    return new ArchCondition<>("take no boolean") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean takes =
            method.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(boolean.class));
        if (takes) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  private static DescribedPredicate<JavaMethod> areOurOwnAndPublic() {
    return new DescribedPredicate<>("are our own and public") {
      @Override
      public boolean test(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean visible =
            owner.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                && method
                    .getModifiers()
                    .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
        return visible && !method.getModifiers().contains(SYNTHETIC) && !isOverriding(method);
      }
    };
  }

  /** Whether the name was chosen elsewhere: by a type above that is not Cerium's. */
  private static boolean isOverriding(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .filter(above -> !above.getPackageName().startsWith("io.cerium"))
        .flatMap(above -> above.getMethods().stream())
        .anyMatch(
            above ->
                above.getName().equals(method.getName())
                    && above.getRawParameterTypes().size() == method.getRawParameterTypes().size());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static ArchCondition<JavaClass> condition(
      String text, java.util.function.Function<JavaClass, Optional<String>> violation) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        violation
            .apply(type)
            .ifPresent(
                word ->
                    events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " has " + word)));
      }
    };
  }
}
