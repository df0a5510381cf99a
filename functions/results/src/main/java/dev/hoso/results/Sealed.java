package dev.hoso.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a result's document, also when the document itself is gone.
 *
 * @param document where it lies in the bucket
 * @param documentVersion which version of it, where the bucket keeps versions
 * @param sha256 what {@code sha256sum} says of it
 * @param size in bytes
 * @param signer whose certificate it is, for officers alone
 * @param signedAt as the signature says
 * @param sealedAt when the result was found good, or was sealed by us
 */
public record Sealed(
    String document,
    @Nullable String documentVersion,
    String sha256,
    long size,
    String signer,
    Instant signedAt,
    Instant sealedAt) {}
