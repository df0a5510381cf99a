package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.cityfile.BadCityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MannersTest {
  private static final Path TEXTS = Path.of("src/main/jte/texts");

  @TempDir Path city;

  @Test
  void everyTemplateHasItsManner() throws IOException {
    Manners manners = Manners.load(null);
    try (Stream<Path> templates = Files.list(TEXTS)) {
      List<String> names =
          templates
              .map(it -> it.getFileName().toString())
              .filter(it -> !it.equals("closing"))
              .toList();
      assertThat(names).hasSizeGreaterThan(12).allSatisfy(name -> manners.of(name).kind());
    }
  }

  @Test
  void aCityReplacesThem() throws IOException {
    write("done,progress,no,no,PT1H,no");

    assertThat(Manners.load(city).of("done"))
        .isEqualTo(new Manners.Manner(Kind.PROGRESS, false, false, Duration.ofHours(1), false));
  }

  @Test
  void whatIsNoDurationOrKindIsSaidSo() throws IOException {
    write("done,progress,no,no,an hour,no");
    assertThatThrownBy(() -> Manners.load(city))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("expires");

    write("done,gossip,no,no,,no");
    assertThatThrownBy(() -> Manners.load(city))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("kind");
  }

  private void write(String line) throws IOException {
    Files.writeString(
        city.resolve("messages.csv"),
        "template,kind,waits,merges,expires,necessary\n" + line + "\n");
  }
}
