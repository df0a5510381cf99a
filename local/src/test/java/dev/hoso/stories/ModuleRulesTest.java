package dev.hoso.stories;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The boundaries between modules, held against what was compiled. */
class ModuleRulesTest {
  private static final List<String> FUNCTIONS =
      List.of(
          "payments",
          "dossiers",
          "results",
          "citizen",
          "notifications",
          "events",
          "portal",
          "indicators");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .importPaths(
              Stream.concat(Stream.of("core"), FUNCTIONS.stream())
                  .map(module -> Path.of("..", "functions", module, "target", "classes"))
                  .toList());

  @Test
  void functionsKnowCoreAndNothingOfEachOther() {
    for (String function : FUNCTIONS) {
      classes()
          .that()
          .resideInAPackage("dev.hoso." + function + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(others(function))
          .check(CODE);
    }
  }

  @Test
  void coreKnowsNoFunction() {
    noClasses()
        .that()
        .resideInAPackage("dev.hoso.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others("core"))
        .check(CODE);
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching("dev.hoso.core.(*)..").should().beFreeOfCycles().check(CODE);
    slices().matching("dev.hoso.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void leanHandlersNeedNoMicronaut() {
    noClasses()
        .that()
        .implement("com.amazonaws.services.lambda.runtime.RequestStreamHandler")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micronaut..", "dev.hoso.core.web..")
        .check(CODE);
  }

  @Test
  void nobodyButTheClockAsksWhatTimeItIs() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.hoso.core.Log")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CODE);
  }

  @Test
  void onlyWhatSealsNeedsTheLibrariesOfSignatures() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.hoso.results.seal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("eu.europa.esig..", "org.apache.pdfbox..", "org.bouncycastle..")
        .check(CODE);
  }

  @Test
  void onlyPapersAndReceiptsAreDrawnQrCodesOn() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.hoso.results.seal..", "dev.hoso.payments.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.zxing..")
        .check(CODE);
  }

  private static String[] others(String function) {
    return FUNCTIONS.stream()
        .filter(it -> !it.equals(function))
        .map(it -> "dev.hoso." + it + "..")
        .toArray(String[]::new);
  }
}
