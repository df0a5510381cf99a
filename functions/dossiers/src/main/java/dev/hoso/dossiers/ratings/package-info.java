/** Takes in how applicants say it went, from the page that the message's signed link leads to. */
@NullMarked
package dev.hoso.dossiers.ratings;

import org.jspecify.annotations.NullMarked;
