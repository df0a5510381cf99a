package dev.hoso.payments.gateways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hoso.payments.Anomaly;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as it was written, or nothing. */
class JsonTest {
  @Test
  void valuesAreReadByTheirNames() {
    Json json =
        Json.read(
            """
            { "text": "Lệ phí", "number": 9007199254740993, "yes": true, "no": false,
              "nothing": null, "object": {"inside": "x"}, "list": [1, {"a": []}] }""");

    assertThat(json.text("text")).isEqualTo("Lệ phí");
    assertThat(json.written("number")).isEqualTo("9007199254740993");
    assertThat(json.amount("number")).isEqualTo(9_007_199_254_740_993L);
    assertThat(json.isTrue("yes")).isTrue();
    assertThat(json.isTrue("no")).isFalse();
    assertThat(json.get("object").text("inside")).isEqualTo("x");
    assertThat(json.get("list")).isInstanceOf(Json.Elements.class);
    assertThat(json.get("nothing")).isEqualTo(json.get("absent"));
  }

  @Test
  void whatIsSomethingElseReadsAsAbsent() {
    Json json = Json.read("{\"number\":1,\"list\":[],\"text\":\"x\"}");

    assertThat(json.text("number")).isNull();
    assertThat(json.written("list")).isNull();
    assertThat(json.amount("text")).isEqualTo(-1);
    assertThat(json.get("text").get("inside").text("deeper")).isNull();
    assertThat(Json.read("[1]").text("a")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "\"\\u00e1\"; á",
        "\"\\ud83d\\ude00\"; \ud83d\ude00",
        "\"a\\\"b\\\\c\\/d\"; a\"b\\c/d",
        "\"\\u0041\\u004A\\u006f\"; AJo",
      })
  void escapesAreResolved(String json, String text) {
    assertThat(Json.read("{\"a\":" + json + "}").text("a")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-12",
        "1.5",
        "0.001",
        "1e5",
        "1E+5",
        "1.5e-10",
        "123456789012345678901234567890"
      })
  void aNumberStaysAsItIsWritten(String number) {
    assertThat(Json.read("{\"a\": " + number + " }").written("a")).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1}x",
        "{\"a\":1}{}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "\"open",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u1２３4\"",
        "\"tab\there\"",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1e",
        "0x10",
        "NaN",
        "Infinity",
        "tru",
        "nul",
        "True",
        "// comment\n1",
        "\ufeff{}",
        "\u00a01",
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Json.read(text))
        .extracting(Unreadable::kind)
        .isEqualTo(Anomaly.Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"x\":{\"a\":null,\"a\":null}}",
        "[[{\"a\":{},\"b\":0,\"a\":[]}]]",
      })
  void aNameThatStandsTwiceIsRefusedWhereverItStands(String text) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Json.read(text))
        .extracting(Unreadable::kind)
        .isEqualTo(Anomaly.Kind.DUPLICATE_NAME);
  }

  @Test
  void whatIsNotUtf8IsRefusedAndAReplacementCharacterIsNot() {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xff, '"'}));
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}));
    assertThat(Json.read("\"\ufffd\"".getBytes(UTF_8))).isEqualTo(new Json.Text("\ufffd"));
  }

  @Test
  void depthHasAnEnd() {
    assertThat(Json.read("[".repeat(32) + "]".repeat(32))).isInstanceOf(Json.Elements.class);
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Json.read("[".repeat(100_000)))
        .withMessageContaining("deep");
  }

  @Test
  void aRefusalNamesNothingOfWhatWasSent() {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Json.read("{\"secret\":secret}"))
        .withMessage("no value")
        .satisfies(it -> assertThat(it.getStackTrace()).isEmpty());
  }

  @Property(tries = 500)
  void whateverComesIsReadOrRefusedAndNothingElseHappens(@ForAll("nearlyJson") String text) {
    try {
      Json.read(text);
    } catch (Unreadable e) {
      assertThat(e.kind()).isIn(Anomaly.Kind.MALFORMED, Anomaly.Kind.DUPLICATE_NAME);
    }
  }

  @Property(tries = 300)
  void whatAnotherLibraryWritesIsReadAsItWas(@ForAll("objects") Map<String, Object> object) {
    String written = Jsonb.builder().build().type(Object.class).toJson(object);

    assertThat(plain(Json.read(written.getBytes(UTF_8)))).isEqualTo(object);
  }

  @Provide
  Arbitrary<String> nearlyJson() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.of(
                "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"a\":1", "null", "true", "1", "-",
                "e5", ".", "\\", "\\u00", "\\ud83d", " ", "\n", "\ufeff"),
            Arbitraries.strings().ofMaxLength(5));
    return part.list().ofMaxSize(20).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<String> texts =
        Arbitraries.strings().ofMaxLength(12).filter(it -> UTF_8.newEncoder().canEncode(it));
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            texts.map(it -> (Object) it),
            Arbitraries.longs().map(it -> (Object) it),
            Arbitraries.of(true, false).map(it -> (Object) it));
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            scalars,
            scalars.list().ofMaxSize(4).map(it -> (Object) it),
            Arbitraries.maps(texts, scalars).ofMaxSize(4).map(it -> (Object) it));
    return Arbitraries.maps(texts, values).ofMaxSize(20);
  }

  private static Object plain(Json json) {
    return switch (json) {
      case Json.Fields object -> {
        Map<String, Object> plain = new java.util.HashMap<>();
        object.fields().forEach((name, value) -> plain.put(name, plain(value)));
        yield plain;
      }
      case Json.Elements list -> list.elements().stream().map(JsonTest::plain).toList();
      case Json.Text text -> text.value();
      case Json.Digits number -> Long.valueOf(number.written());
      case Json.Flag flag -> flag.value();
      case Json.Nothing nothing -> List.of();
    };
  }
}
