package io.cerium.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room of the house (the table in {@code README.md}) may know which. */
@AnalyzeClasses(packages = "io.cerium", importOptions = ProductionCode.class)
class ModuleBoundaryTest {
  private static final String[] NATIVE_LIBRARIES = {
    "ai.onnxruntime..", "org.bytedeco..", "com.microsoft.ml.lightgbm..", "ai.djl.."
  };

  @ArchTest
  static final ArchRule ENGINE =
      noClasses()
          .that(resideInAPackage("io.cerium.engine.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
                  .or(ceriumOutside("io.cerium.engine..")));

  @ArchTest
  static final ArchRule MODEL_REGISTRY =
      noClasses()
          .that(resideInAPackage("io.cerium.registry.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.spark.sql..", "scala..")
                  .or(resideInAnyPackage(NATIVE_LIBRARIES))
                  .or(ceriumOutside("io.cerium.engine..", "io.cerium.registry..")));

  @ArchTest
  static final ArchRule SQL_FUNCTIONS =
      noClasses()
          .that(resideInAPackage("io.cerium.functions.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(NATIVE_LIBRARIES)
                  .or(
                      ceriumOutside(
                          "io.cerium.engine..", "io.cerium.registry..", "io.cerium.functions..")));

  @ArchTest
  static final ArchRule DATASOURCES =
      noClasses()
          .that(resideInAPackage("io.cerium.datasources.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.apache.spark.sql.catalyst.plans..",
                      "org.apache.spark.sql.catalyst.analysis..",
                      "org.apache.spark.sql.catalyst.parser..",
                      "org.apache.spark.sql.catalyst.expressions..")
                  .and(
                      DescribedPredicate.not(
                          simpleName("GenericInternalRow")
                              .or(simpleName("UnsafeRow"))
                              .or(simpleName("UnsafeRowWriter"))))
                  .or(
                      ceriumOutside(
                          "io.cerium.engine..", "io.cerium.registry..", "io.cerium.datasources..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule CATALYST_RULES =
      noClasses()
          .that(resideInAPackage("io.cerium.catalyst.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(NATIVE_LIBRARIES)
                  .or(
                      ceriumOutside(
                          "io.cerium.engine..",
                          "io.cerium.registry..",
                          "io.cerium.functions..",
                          "io.cerium.catalyst..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule THRIFT_SERVER =
      noClasses()
          .that(
              ceriumOutside(
                  "io.cerium.engine..",
                  "io.cerium.registry..",
                  "io.cerium.functions..",
                  "io.cerium.datasources..",
                  "io.cerium.catalyst.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark.sql.catalyst..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONNX_RUNTIME = onlyIn("io.cerium.engine.onnx", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule OPENCV = onlyIn("io.cerium.engine.image", "org.bytedeco.opencv..");

  @ArchTest
  static final ArchRule LIGHTGBM =
      onlyIn("io.cerium.engine.lightgbm", "com.microsoft.ml.lightgbm..");

  @ArchTest
  static final ArchRule TOKENIZERS = onlyIn("io.cerium.engine.text", "ai.djl.huggingface..");

  @ArchTest
  static final ArchRule INDEX_LIBRARY = onlyIn("io.cerium.engine.vector", "org.apache.lucene..");

  @ArchTest
  static final ArchRule SCALA =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.cerium.functions.catalyst",
              "io.cerium.functions.catalog",
              "io.cerium.catalyst.plan",
              "io.cerium.catalyst.parser",
              "io.cerium.catalyst.train",
              "io.cerium.catalyst.ui",
              "io.cerium.datasources.relation")
          .and()
          .doNotHaveFullyQualifiedName("io.cerium.catalyst.CeriumExtensions")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("scala..");

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("io.cerium.(**)").should().beFreeOfCycles();

  private static ArchRule onlyIn(String home, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static DescribedPredicate<JavaClass> ceriumOutside(String... packages) {
    return resideInAPackage("io.cerium..")
        .and(DescribedPredicate.not(resideInAnyPackage(packages)))
        .as("Cerium outside of %s", String.join(", ", packages));
  }
}
