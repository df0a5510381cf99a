/** The stand-in for S3: s3proxy, with the template's buckets. */
@NullMarked
package dev.hoso.local.storage;

import org.jspecify.annotations.NullMarked;
