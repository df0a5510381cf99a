/** Whether a result is genuine, for everyone, with nothing personal in it. */
@NullMarked
package dev.hoso.citizen.verify;

import org.jspecify.annotations.NullMarked;
