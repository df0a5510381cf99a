package dev.hoso.local.template;

/**
 * A KMS key.
 *
 * @param name its logical id, which is its id on this machine
 * @param usage {@code SIGN_VERIFY}, {@code GENERATE_VERIFY_MAC} or {@code ENCRYPT_DECRYPT}
 * @param spec such as {@code RSA_3072} or {@code HMAC_256}
 */
public record Key(String name, String usage, String spec) {
  static Key read(String name, Section properties) {
    properties.without(
        "Description", "EnableKeyRotation", "KeyPolicy", "PendingWindowInDays", "Tags");
    Key key =
        new Key(
            name,
            properties.textIfAny("KeyUsage").orElse("ENCRYPT_DECRYPT"),
            properties.textIfAny("KeySpec").orElse("SYMMETRIC_DEFAULT"));
    properties.end();
    return key;
  }
}
