/** Where a dossier is, for its applicant alone: nothing is read before a grant opens it. */
@NullMarked
package dev.hoso.citizen.lookup;

import org.jspecify.annotations.NullMarked;
