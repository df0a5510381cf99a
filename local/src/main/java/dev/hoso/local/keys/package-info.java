/**
 * The stand-in for KMS: keys that were made at the first start, and the certificate of the one that
 * seals.
 */
@NullMarked
package dev.hoso.local.keys;

import org.jspecify.annotations.NullMarked;
