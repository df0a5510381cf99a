/**
 * What the functions with Micronaut controllers share: beans, and problems as the one form of every
 * error. Micronaut is optional to core; lean functions do not bring it and never load this package.
 */
@NullMarked
package dev.hoso.core.web;

import org.jspecify.annotations.NullMarked;
