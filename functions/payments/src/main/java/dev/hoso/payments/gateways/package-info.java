/**
 * The payment gateways: one file for each protocol, behind one small interface. Nothing outside
 * knows a gateway's names, codes or signatures.
 */
@NullMarked
package dev.hoso.payments.gateways;

import org.jspecify.annotations.NullMarked;
