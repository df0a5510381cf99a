/** How other systems' HTTP interfaces are called. */
@NullMarked
package dev.hoso.core.calls;

import org.jspecify.annotations.NullMarked;
