/** Where an applicant says how it went; what they say is written by the dossiers' own function. */
@NullMarked
package dev.hoso.citizen.rating;

import org.jspecify.annotations.NullMarked;
