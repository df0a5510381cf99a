package dev.hoso.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Đã nhận 50.000đ, Hồ sơ của bà Nguyễn | Da nhan 50.000d, Ho so cua ba Nguyen
          ÀẢÃÁẠ ằẳẵắặ ỀỂỄẾỆ ộ ợ ự ỵ             | AAAAA aaaaa EEEEE o o u y
          “Giấy khai sinh” – ‘bản sao’…         | "Giay khai sinh" - 'ban sao'...
          50.000₫                               | 50.000d
          à, è và £ € @ [x] {y}                 | a, e va £ € @ [x] {y}
          mục • thứ nhất                        | muc - thu nhat
          ½ trang, ﬁ, ①                         | 1?2 trang, fi, 1
          chào 👋 bạn, 你好                        | chao ? ban, ??
          """)
  void aFoldedTextStaysReadable(String text, String folded) {
    assertThat(SmsText.of(text, false).text()).isEqualTo(folded);
  }

  @Test
  void diacriticsWrittenWithCombiningMarksAreFoldedAndJoinedAlike() {
    String apart = "Hồ sơ";

    assertThat(SmsText.of(apart, false).text()).isEqualTo("Ho so");
    assertThat(SmsText.of(apart, true).text()).isEqualTo("Hồ sơ");
  }

  @Test
  void whatCannotBeSeenIsRemovedAndATextIsOneLine() {
    String text = "  a\u00a0b\tc\r\nd\u200b\u0007e\u2009f \n";

    assertThat(SmsText.of(text, true).text()).isEqualTo("a b c de f");
    assertThat(SmsText.of(text, false).text()).isEqualTo("a b c de f");
  }

  @Test
  void anAccentedTextWithoutDiacriticsTakesTheCheaperEncoding() {
    assertThat(SmsText.of("Cam on", true).encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(SmsText.of("Cảm ơn", true).encoding()).isEqualTo(Encoding.UCS_2);
  }

  @ParameterizedTest(name = "{0} of GSM-7 go into {1}")
  @CsvSource({"0,1", "1,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
  void sevenBitTextGoesInto160AloneAnd153Joined(int characters, int segments) {
    assertThat(Encoding.GSM_7.segments("a".repeat(characters))).isEqualTo(segments);
  }

  @ParameterizedTest(name = "{0} of UCS-2 go into {1}")
  @CsvSource({"0,1", "1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4"})
  void sixteenBitTextGoesInto70AloneAnd67Joined(int characters, int segments) {
    assertThat(Encoding.UCS_2.segments("ồ".repeat(characters))).isEqualTo(segments);
  }

  @Test
  void theExtensionTableCountsTwice() {
    assertThat(Encoding.GSM_7.segments("[".repeat(80))).isEqualTo(1);
    assertThat(Encoding.GSM_7.segments("[".repeat(80) + "a")).isEqualTo(2);
    assertThat("\f^{}\\[~]|€".chars().map(Gsm7::septets)).containsOnly(2);
  }

  @Test
  void anEscapedPairIsNotSplitBetweenSegments() {
    // 306 septets would fill two segments, but the pair at 153 and 154 moves as a whole.
    String text = "a".repeat(152) + "€" + "a".repeat(152);

    assertThat(Encoding.GSM_7.segments(text)).isEqualTo(3);
  }

  @Test
  void aSurrogatePairIsNotSplitBetweenSegments() {
    String text = "ồ".repeat(66) + "👋" + "ồ".repeat(66);

    assertThat(Encoding.UCS_2.segments(text)).isEqualTo(3);
  }

  @Test
  void theAlphabetHas128CharactersWithoutTheEscapeAndTenMore() {
    assertThat(Gsm7.has(0x1B)).isFalse();
    assertThat(IntStream.rangeClosed(0, 0xFFFF).filter(it -> Gsm7.septets(it) == 1)).hasSize(127);
    assertThat(IntStream.rangeClosed(0, 0xFFFF).filter(it -> Gsm7.septets(it) == 2)).hasSize(10);
  }
}
