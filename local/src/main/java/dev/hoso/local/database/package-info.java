/** DynamoDB: inside the JVM, or wherever {@code AWS_ENDPOINT_URL} says. */
@NullMarked
package dev.hoso.local.database;

import org.jspecify.annotations.NullMarked;
