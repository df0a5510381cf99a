package dev.hoso.local.storage;

/**
 * An object that was put into a bucket.
 *
 * @param event how, as S3 names it: {@code ObjectCreated:Put}
 */
public record StoredObject(String bucket, String key, String event, String eTag, long size) {}
