package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What holds for every call, not only for those that somebody thought of. */
class VnpayPropertiesTest {
  private static final Door DOOR = new Door();
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Property(tries = 60)
  void whatIsSignedVerifiesWhateverItsTextSays(@ForAll String text) {
    String reference = asked();
    Ipn ipn = Ipn.paid(reference).with("vnp_OrderInfo", "x" + wellFormed(text));

    assertThat(DOOR.call(ipn)).isEqualTo("00");
  }

  @Property(tries = 60)
  void anyChangedParameterIsNotProvenAndChangesNothing(
      @ForAll("names") String name,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String to) {
    String reference = asked();
    Item before = DOOR.item(reference);
    Ipn ipn = Ipn.paid(reference);
    Assume.that(!to.equals(ipn.parameters().get(name)));
    String signature = Ipn.signature(Ipn.SECRET, Ipn.encoded(ipn.parameters()));

    String changed = Ipn.encoded(ipn.with(name, to).parameters()) + "&vnp_SecureHash=" + signature;

    assertThat(DOOR.call(changed)).isEqualTo("97");
    assertThat(DOOR.item(reference)).isEqualTo(before);
  }

  @Property(tries = 60)
  void anOmittedParameterIsNotProven(@ForAll("names") String name) {
    String reference = asked();
    Ipn ipn = Ipn.paid(reference);
    String signature = Ipn.signature(Ipn.SECRET, Ipn.encoded(ipn.parameters()));

    String less = Ipn.encoded(ipn.without(name).parameters()) + "&vnp_SecureHash=" + signature;

    assertThat(DOOR.call(less)).isEqualTo("97");
  }

  @Property(tries = 60)
  void orderAndEscapesDoNotMatter(@ForAll Random random) {
    String reference = asked();
    List<String> pairs = new ArrayList<>(Arrays.asList(Ipn.paid(reference).query().split("&")));
    Collections.shuffle(pairs, random);
    pairs.replaceAll(pair -> escapedOtherwise(pair, random));

    assertThat(DOOR.call(String.join("&", pairs))).isEqualTo("00");
  }

  @Property(tries = 60)
  void aNameThatStandsTwiceIsNotProven(@ForAll("names") String name) {
    String reference = asked();

    assertThat(DOOR.call(Ipn.paid(reference).query() + "&" + name + "=1")).isEqualTo("97");
    assertThat(DOOR.call(name + "=&" + Ipn.paid(reference).query())).isEqualTo("97");
  }

  @Property(tries = 300)
  void noQueryWhateverBreaksTheHandlerOrChangesAPayment(
      @ForAll("garbage") @Size(max = 12) List<String> parts) {
    DOOR.asked("STANDS");
    Item before = DOOR.item("STANDS");

    assertThat(DOOR.call(String.join("", parts))).isEqualTo("97");

    assertThat(DOOR.item("STANDS")).isEqualTo(before);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(Ipn.paid("X").parameters().keySet());
  }

  @Provide
  Arbitrary<List<String>> garbage() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.of(
                "vnp_SecureHash=",
                "vnp_TxnRef=STANDS",
                "vnp_Amount=5000000",
                "vnp_SecureHashType",
                "&",
                "&&",
                "=",
                "%",
                "%2",
                "%zz",
                "%00",
                "%ff",
                "+",
                "vnp_",
                "vnp_ResponseCode=00",
                "a".repeat(9_000),
                "%E1%BB%99",
                "%26",
                "%3D"),
            Arbitraries.strings().ofMaxLength(10));
    return part.list().ofMaxSize(12);
  }

  /** A payment of its own for every try. */
  private static String asked() {
    String reference = "P" + COUNT.incrementAndGet();
    DOOR.asked(reference);
    return reference;
  }

  /** A half of a surrogate pair has no bytes, and nobody can sign it. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String escapedOtherwise(String pair, Random random) {
    int equals = pair.indexOf('=');
    StringBuilder value = new StringBuilder(pair.substring(0, equals + 1));
    for (char character : pair.substring(equals + 1).replace('+', ' ').toCharArray()) {
      boolean escape = random.nextBoolean() || " &=%".indexOf(character) >= 0;
      value.append(
          escape && character != '%'
              ? "%" + Integer.toHexString(character | 0x100).substring(1)
              : URLEncoder.encode("" + character, StandardCharsets.UTF_8));
    }
    return value.toString();
  }
}
