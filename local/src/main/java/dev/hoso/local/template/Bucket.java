package dev.hoso.local.template;

/**
 * An S3 bucket.
 *
 * @param name as it is called on this machine
 * @param versioned whether what is written over stays
 */
public record Bucket(String name, boolean versioned) {
  static Bucket read(String logicalName, Section properties) {
    properties.without(
        "AccelerateConfiguration",
        "BucketEncryption",
        "BucketName",
        "CorsConfiguration",
        "LifecycleConfiguration",
        "LoggingConfiguration",
        "OwnershipControls",
        "PublicAccessBlockConfiguration",
        "Tags");
    Section versioning = properties.section("VersioningConfiguration");
    boolean versioned = versioning.textIfAny("Status").filter("Enabled"::equals).isPresent();
    versioning.end();
    properties.end();
    return new Bucket(LocalNames.bucket(logicalName), versioned);
  }
}
