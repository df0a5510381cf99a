package dev.hoso.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SmsTextPropertiesTest {
  @Property
  void aFoldedTextIsAlwaysSevenBit(@ForAll String text) {
    SmsText folded = SmsText.of(text, false);

    assertThat(folded.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(folded.text().codePoints().allMatch(Gsm7::has)).isTrue();
  }

  @Property
  void foldingAgainChangesNothing(@ForAll String text) {
    SmsText folded = SmsText.of(text, false);

    assertThat(SmsText.of(folded.text(), false)).isEqualTo(folded);
    assertThat(SmsText.of(folded.text(), true)).isEqualTo(folded);
  }

  @Property
  void anAccentedTextIsAFixedPointToo(@ForAll String text) {
    SmsText accented = SmsText.of(text, true);

    assertThat(SmsText.of(accented.text(), true)).isEqualTo(accented);
  }

  @Property
  void moreTextNeverTakesFewerSegments(
      @ForAll @IntRange(max = 700) int length, @ForAll boolean escaped) {
    String character = escaped ? "€" : "a";

    assertThat(Encoding.GSM_7.segments(character.repeat(length + 1)))
        .isGreaterThanOrEqualTo(Encoding.GSM_7.segments(character.repeat(length)));
  }

  @Property
  void segmentsHoldWhatTheyPromise(@ForAll @IntRange(min = 161, max = 2_000) int length) {
    assertThat(Encoding.GSM_7.segments("a".repeat(length))).isEqualTo((length + 152) / 153);
    assertThat(Encoding.UCS_2.segments("ồ".repeat(length))).isEqualTo((length + 66) / 67);
    // 76 pairs fill 152 of 153 septets, 33 fill 66 of 67: a pair is never cut in two.
    assertThat(Encoding.GSM_7.segments("€".repeat(length))).isEqualTo((length + 75) / 76);
    assertThat(Encoding.UCS_2.segments("👋".repeat(length))).isEqualTo((length + 32) / 33);
  }
}
