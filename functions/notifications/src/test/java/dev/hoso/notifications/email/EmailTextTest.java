package dev.hoso.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Language;
import dev.hoso.notifications.email.EmailText.Block;
import dev.hoso.notifications.email.EmailText.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailTextTest {
  private static final EmailText EMAIL =
      EmailText.parse(
          """
          Hồ sơ A: đã nhận 50.000đ

          Hai dòng
          của một đoạn.


          Số tiền: 50.000đ
          Biên lai: https://hoso.example.gov.vn/receipts/a

          Hết.
          """);

  @Test
  void theFirstLineIsTheSubject() {
    assertThat(EMAIL.subject()).isEqualTo("Hồ sơ A: đã nhận 50.000đ");
    assertThat(EMAIL.text()).startsWith("Hai dòng\n").endsWith("Hết.\n").doesNotContain("\n\n\n");
  }

  @Test
  void linesWithLabelsAreDetailsAndAllElseIsParagraphs() {
    assertThat(EMAIL.blocks())
        .containsExactly(
            new Block.Paragraph("Hai dòng của một đoạn."),
            new Block.Details(
                List.of(
                    new Row("Số tiền", "50.000đ"),
                    new Row("Biên lai", "https://hoso.example.gov.vn/receipts/a"))),
            new Block.Paragraph("Hết."));
  }

  @Test
  void anEmailWithoutTextIsAFault() {
    assertThatThrownBy(() -> EmailText.parse("Hồ sơ A"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EmailText.parse("Hồ sơ A\nkhông có dòng trống\n\nHết."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLayoutIsPlainHtmlInItsReadersLanguage() {
    String html = new EmailLayout().html(EMAIL, Language.VI);

    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"vi\">")
        .contains("<title>Hồ sơ A: đã nhận 50.000đ</title>")
        .contains("<dt style=\"font-weight: bold\">Số tiền</dt>")
        .contains("<a href=\"https://hoso.example.gov.vn/receipts/a\"");
  }

  @Test
  void whatSomebodyWroteIsTextAndNoMarkup() {
    EmailText email =
        EmailText.parse(
            """
            S & T

            Lý do: <script>alert("x")</script> & <b>đậm</b>

            Trang: https://a.vn/"onmouseover="alert(1)
            """);

    String html = new EmailLayout().html(email, Language.EN);

    assertThat(html)
        .contains("<title>S &amp; T</title>")
        .doesNotContain("<script", "<b>")
        .contains("href=\"https://a.vn/&#34;onmouseover=&#34;alert(1)\"")
        .contains("&lt;script&gt;");
  }
}
