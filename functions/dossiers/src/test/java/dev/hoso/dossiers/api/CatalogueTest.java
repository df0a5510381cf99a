package dev.hoso.dossiers.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final ApiForTests API = new ApiForTests();

  @Test
  void aProcedureIsShownWithWhatItCosts() {
    assertThat(API.get("/procedures/1.001193").body())
        .isEqualTo(
            "{\"code\":\"1.001193\",\"name\":{\"vi\":\"Thủ tục đăng ký khai sinh\","
                + "\"en\":\"Birth registration\"},\"field\":{\"vi\":\"Hộ tịch\","
                + "\"en\":\"Civil status\"},\"level\":\"commune\",\"fees\":["
                + "{\"channel\":\"inPerson\",\"amount\":0,\"validFrom\":\"2025-07-01\"},"
                + "{\"channel\":\"online\",\"amount\":0,\"validFrom\":\"2025-07-01\"},"
                + "{\"channel\":\"post\",\"amount\":0,\"validFrom\":\"2025-07-01\"}],"
                + "\"workingDays\":1,\"returnsDocument\":true,\"feeBeforeResult\":false}");
    assertThat(API.get("/procedures/1.001193.000.00.00.H26").status()).isEqualTo(200);
  }

  @Test
  void allProceduresAreListed() {
    assertThat(codes("/procedures", "procedures")).hasSizeGreaterThan(70).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=khai+sinh",
        "q=KHAI%20SINH",
        "q=%C4%91%C4%83ng++k%C3%BD+khai",
        "q=1.001193",
        "level=commune",
        "field=ho+tich",
        "field=Civil%20status&q=birth&level=commune"
      })
  void proceduresAreFoundByTheirWordsWithOrWithoutMarks(String query) {
    assertThat(codes("/procedures?" + query, "procedures")).contains("1.001193");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=khai+tu", "level=province", "field=dat+dai", "q=nonsense"})
  void proceduresWithOtherWordsAreNot(String query) {
    assertThat(codes("/procedures?" + query, "procedures")).doesNotContain("1.001193");
  }

  @Test
  void whatIsNotFoundIsAnEmptyList() {
    assertThat(API.get("/procedures?q=nonsense").body()).isEqualTo("{\"procedures\":[]}");
    assertThat(API.get("/units?level=nonsense").body()).isEqualTo("{\"units\":[]}");
  }

  @Test
  void theCityIsTheUnitWithoutAParent() {
    assertThat(API.get("/units?level=city").body())
        .isEqualTo(
            "{\"units\":[{\"code\":\"01\",\"name\":{\"vi\":\"Thành phố Hà Nội\","
                + "\"en\":\"Hanoi City\"},\"level\":\"city\",\"kind\":\"thành phố\"}]}");
    assertThat(codes("/units?level=commune", "units")).hasSize(126);
  }

  private static List<String> codes(String path, String list) {
    List<String> codes = new ArrayList<>();
    for (JsonNode it : API.get(path).json().get(list).values()) {
      codes.add(it.get("code").getStringValue());
    }
    return codes;
  }
}
