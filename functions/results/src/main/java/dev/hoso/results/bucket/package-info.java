/** The bucket in S3, which knows objects and nothing of results. */
@NullMarked
package dev.hoso.results.bucket;

import org.jspecify.annotations.NullMarked;
