package dev.hoso.results.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Fault;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hoso's own templates say. */
class ResultTemplatesTest {
  private static final ResultTemplates OURS = ResultTemplates.load(null);
  private static final ResultTemplate EXTRACT = OURS.of("2.000635").orElseThrow();
  private static final Map<String, String> VALUES =
      Map.of(
          "requester", "Bà Nguyễn Thị Thử",
          "event", "Khai sinh",
          "fullName", "NGUYỄN VĂN MẪU",
          "birthDate", "01/02/2020",
          "sex", "Nam",
          "nationality", "Việt Nam",
          "register", "Sổ đăng ký khai sinh số 12/2020",
          "registered", "05/02/2020");

  @ParameterizedTest
  @ValueSource(strings = {"2.000635", "2.002516", "1.004873", "1.010041", "1.001612", "1.001699"})
  void aTemplatesProcedureReturnsADocument(String procedure) {
    assertThat(OURS.of(procedure)).isPresent();
    assertThat(Catalogue.load(null).procedure(procedure).map(Procedure::returnsDocument))
        .contains(true);
  }

  @Test
  void aProcedureWithoutATemplateHasNone() {
    assertThat(OURS.of("1.004222")).isEmpty();
  }

  @Test
  void valuesStandInTheSentences() {
    assertThat(EXTRACT.opening(VALUES)).endsWith("theo đề nghị của Bà Nguyễn Thị Thử.");
    assertThat(EXTRACT.closing(VALUES)).contains("trích lục từ Sổ đăng ký khai sinh số 12/2020;");
  }

  @Test
  void aValueThatLooksLikeAPlaceholderIsText() {
    assertThat(EXTRACT.opening(with("requester", "{fullName} $1 \\")))
        .endsWith("của {fullName} $1 \\.");
  }

  @Test
  void valuesThatFitHaveNoFault() {
    assertThat(EXTRACT.faults(VALUES)).isEmpty();
    assertThat(EXTRACT.faults(with("notes", ""))).isEmpty();
  }

  @Test
  void whatIsMissingTooLongOrUnknownIsSaidAtOnce() {
    Map<String, String> values = with("sex", " ");
    values.put("ethnicity", "K".repeat(61));
    values.put("colour", "Đỏ");

    assertThat(EXTRACT.faults(values))
        .extracting(Fault::field)
        .containsExactly("fields.sex", "fields.ethnicity", "fields.colour");
  }

  @Test
  void lettersAreCountedAsAReaderCountsThem() {
    assertThat(EXTRACT.faults(with("ethnicity", "e\u0302\u0301".repeat(60)))).isEmpty();
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.put(field, value);
    return values;
  }
}
