package dev.hoso.local.storage;

/** What the functions' SDK clients sign with on this machine: whatever their chain finds first. */
record Credentials(String id, String secret) {
  static Credentials ofThisMachine() {
    return new Credentials(
        first("aws.accessKeyId", "AWS_ACCESS_KEY_ID"),
        first("aws.secretAccessKey", "AWS_SECRET_ACCESS_KEY"));
  }

  private static String first(String property, String variable) {
    String own = System.getProperty(property);
    String value = own == null ? System.getenv(variable) : own;
    if (value == null) {
      throw new IllegalStateException(property + " is not set");
    }
    return value;
  }
}
