/**
 * The stand-in for S3: s3proxy, with the template's buckets, and what is told of objects that are
 * put there.
 */
@NullMarked
package dev.hoso.local.storage;

import org.jspecify.annotations.NullMarked;
