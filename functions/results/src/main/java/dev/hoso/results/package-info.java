/**
 * Electronic results (kết quả điện tử): received, checked, sealed, kept, handed out, superseded,
 * revoked. The only writer of the table {@code Results} and of the bucket {@code Documents}.
 *
 * <p>What a result may become is decided by rules that know no AWS; what checks, renders and seals
 * is in the package {@code seal}, which brings the heavy libraries; the API is in {@code api}.
 */
@NullMarked
package dev.hoso.results;

import org.jspecify.annotations.NullMarked;
