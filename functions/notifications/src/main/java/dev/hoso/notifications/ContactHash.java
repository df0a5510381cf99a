package dev.hoso.notifications;

import dev.hoso.core.AwsClients;
import dev.hoso.core.ConstantTime;
import dev.hoso.core.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * What stands for a contact where the contact itself must not: there are so few phone numbers that
 * a plain hash of each could be tried out.
 *
 * <p>Every message asks for it, so KMS is asked once for each running function: its HMAC of a fixed
 * text is the key of all that is made here. It is asked for when it is first needed, and so is in
 * no snapshot.
 */
final class ContactHash {
  private static final String PURPOSE = "hoso contacts";
  private static final HexFormat HEX = HexFormat.of();

  /** 128 bits, which nobody guesses, and short enough for a link. */
  private static final int BYTES = 16;

  private final KmsClient kms;
  private final String keyId;
  private @Nullable SecretKeySpec key;

  ContactHash(Settings settings) {
    this.kms = AwsClients.configured(KmsClient.builder(), settings, "KMS").build();
    this.keyId = settings.required("HOSO_ADDRESSES_KEY");
  }

  /** 32 hexadecimal digits. Mailboxes tell no capitals from small letters, and neither do we. */
  String of(String contact) {
    return HEX.formatHex(mac("contact:" + contact.toLowerCase(Locale.ROOT)));
  }

  /** What proves that whoever has it was written to at this contact; good for an address. */
  String token(String contact) {
    String hash = of(contact);
    return text(HEX.parseHex(hash)) + text(mac("token:" + hash));
  }

  /** What stands for the contact that a token was made for; empty where it is none of ours. */
  Optional<String> opened(String token) {
    try {
      String start = token.substring(0, token.length() / 2);
      String hash = HEX.formatHex(Base64.getUrlDecoder().decode(start));
      String ours = text(HEX.parseHex(hash)) + text(mac("token:" + hash));
      return ConstantTime.same(ours, token) ? Optional.of(hash) : Optional.empty();
    } catch (IllegalArgumentException noToken) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] mac(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      byte[] whole = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(whole, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }

  private synchronized SecretKeySpec key() {
    if (key == null) {
      byte[] secret =
          kms.generateMac(
                  call ->
                      call.keyId(keyId)
                          .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                          .message(SdkBytes.fromUtf8String(PURPOSE)))
              .mac()
              .asByteArray();
      key = new SecretKeySpec(secret, "HmacSHA256");
    }
    return key;
  }
}
