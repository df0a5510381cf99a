package dev.hoso.results;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes into packages without libraries must not need them; see {@code build/*.xml}. */
class PackagesTest {
  private static final Path CLASSES = Path.of("target", "classes", "dev", "hoso", "results");

  private static final List<String> SEALING =
      List.of(
          "eu/europa/esig",
          "org/apache/pdfbox",
          "org/openpdf",
          "com/google/zxing",
          "org/bouncycastle",
          "dev/hoso/results/seal/");

  private static final List<String> CONTROLLERS =
      List.of("io/micronaut", "jakarta/inject", "dev/hoso/core/web", "dev/hoso/results/api/");

  @Test
  void nothingOutsideOfSealNeedsTheLibrariesThatSeal() throws IOException {
    assertThat(classes().filter(it -> !within(it, "seal")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(text(it)).doesNotContain(SEALING));
  }

  @Test
  void nothingOutsideOfTheApiNeedsMicronaut() throws IOException {
    assertThat(classes().filter(it -> !within(it, "api")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(text(it)).doesNotContain(CONTROLLERS));
  }

  private static Stream<Path> classes() throws IOException {
    return Files.walk(CLASSES).filter(it -> it.toString().endsWith(".class"));
  }

  private static boolean within(Path file, String folder) {
    return file.startsWith(CLASSES.resolve(folder));
  }

  /** The names that a class refers to stand in its file as they are. */
  private static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
