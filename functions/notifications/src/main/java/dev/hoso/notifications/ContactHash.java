package dev.hoso.notifications;

import dev.hoso.core.ConstantTime;
import dev.hoso.core.DerivedKey;
import dev.hoso.core.Settings;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands for a contact where the contact itself must not: there are so few phone numbers that
 * a plain hash of each could be tried out.
 */
final class ContactHash {
  private static final HexFormat HEX = HexFormat.of();

  private final DerivedKey key;

  ContactHash(Settings settings) {
    this.key = new DerivedKey(settings, "HOSO_ADDRESSES_KEY", "hoso contacts");
  }

  /** 32 hexadecimal digits. Mailboxes tell no capitals from small letters, and neither do we. */
  String of(String contact) {
    return HEX.formatHex(key.mac("contact:" + contact.toLowerCase(Locale.ROOT)));
  }

  /** What proves that whoever has it was written to at this contact; good for an address. */
  String token(String contact) {
    String hash = of(contact);
    return text(HEX.parseHex(hash)) + text(key.mac("token:" + hash));
  }

  /** What stands for the contact that a token was made for; empty where it is none of ours. */
  Optional<String> opened(String token) {
    try {
      String start = token.substring(0, token.length() / 2);
      String hash = HEX.formatHex(Base64.getUrlDecoder().decode(start));
      String ours = text(HEX.parseHex(hash)) + text(key.mac("token:" + hash));
      return ConstantTime.same(ours, token) ? Optional.of(hash) : Optional.empty();
    } catch (IllegalArgumentException noToken) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
