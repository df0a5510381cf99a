/** Lambda: each function in a class loader of its own over the very package that is deployed. */
@NullMarked
package dev.hoso.local.functions;

import org.jspecify.annotations.NullMarked;
