/**
 * Keeps the national public service portal (Cổng Dịch vụ công quốc gia) in step with the city's
 * dossiers: what they became is sent, once and in order, and what the portal has is asked for and
 * compared.
 */
@NullMarked
package dev.hoso.portal;

import org.jspecify.annotations.NullMarked;
