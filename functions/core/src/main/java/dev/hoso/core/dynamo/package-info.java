/** How items are read from DynamoDB and written to it. */
@NullMarked
package dev.hoso.core.dynamo;

import org.jspecify.annotations.NullMarked;
