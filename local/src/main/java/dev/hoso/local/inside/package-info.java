/**
 * What runs inside a function's own class loader, where {@code aws-lambda-java-core} is the
 * function's own. Nothing here may refer to other packages of the runtime.
 */
@NullMarked
package dev.hoso.local.inside;

import org.jspecify.annotations.NullMarked;
