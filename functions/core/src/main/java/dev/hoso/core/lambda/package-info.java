/**
 * What Lambda hands to lean handlers, and what they answer: bytes in, bytes out, only the fields
 * that are needed.
 */
@NullMarked
package dev.hoso.core.lambda;

import org.jspecify.annotations.NullMarked;
