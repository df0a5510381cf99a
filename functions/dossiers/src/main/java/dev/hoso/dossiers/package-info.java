/**
 * Dossiers (hồ sơ): how they are registered, how they advance, and what follows from the facts that
 * payments and results report. The only writer of the table {@code Dossiers}, except for the {@code
 * portal…} attributes.
 *
 * <p>{@link dev.hoso.dossiers.DossierRules} decides and knows no AWS; {@link
 * dev.hoso.dossiers.Dossiers} makes one conditional write of a decision; the doors are {@link
 * dev.hoso.dossiers.PaymentFactsHandler}, {@link dev.hoso.dossiers.ResultFactsHandler} and the
 * package {@code api}. When a result goes out is in {@code Issuing}, whether the fee stands in its
 * way in {@code FeeCondition}, what is erased at the applicant's request in {@code Erasing}.
 */
@NullMarked
package dev.hoso.dossiers;

import org.jspecify.annotations.NullMarked;
