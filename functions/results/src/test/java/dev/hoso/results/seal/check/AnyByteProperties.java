package dev.hoso.results.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.seal.DssTool;
import dev.hoso.results.seal.OpenPdfTool;
import dev.hoso.results.seal.Pdfs;
import dev.hoso.results.seal.Tests;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A signature is over every byte, and whatever a document says, the check ends. */
class AnyByteProperties {
  private static final byte[] SIGNED =
      new DssTool().sign(Pdfs.of("Granted", "Page two"), Tests.DEPARTMENT, Tests.NOW);
  private static final byte[] TWICE = new OpenPdfTool().sign(SIGNED, Tests.HEAD, Tests.NOW);
  private static final int GAP = Pdfs.indexOf(SIGNED, "/Contents <") + "/Contents ".length();
  private static final int AFTER_GAP = Pdfs.indexOf(SIGNED, ">", GAP + 1) + 1;

  @Provide
  Arbitrary<Integer> signedBytes() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, GAP - 1),
        Arbitraries.integers().between(AFTER_GAP, SIGNED.length - 1));
  }

  @Property(tries = 150)
  void aSignedByteThatIsAnotherIsRefused(
      @ForAll("signedBytes") int index, @ForAll @IntRange(min = 1, max = 255) int mask) {
    assertThat(Checks.refusal(Pdfs.flipped(SIGNED, index, mask))).isNotEmpty();
  }

  @Property(tries = 80)
  void theFirstOfTwoSignaturesIsStillOverItsBytes(
      @ForAll("signedBytes") int index, @ForAll @IntRange(min = 1, max = 255) int mask) {
    assertThat(Checks.refusal(Pdfs.flipped(TWICE, index, mask))).isNotEmpty();
  }

  @Property(tries = 80)
  void whateverIsWrittenOverItIsAnswered(
      @ForAll @IntRange(min = 8, max = 20_000) int index, @ForAll byte[] noise) {
    byte[] pdf = TWICE.clone();
    int from = index % pdf.length;
    System.arraycopy(noise, 0, pdf, from, Math.min(noise.length, pdf.length - from));

    assertThat(List.of(Checks.refusal(pdf))).hasSize(1);
  }
}
