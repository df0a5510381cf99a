/** What a city does for its people and who does it: procedures with their fees, and units. */
@NullMarked
package dev.hoso.core.catalogue;

import org.jspecify.annotations.NullMarked;
