/**
 * What results that are made of fields look like: which fields a procedure's result has, and the
 * sentences around them. Data that a city replaces by its own files; no library of PDFs is needed.
 */
@NullMarked
package dev.hoso.results.templates;

import org.jspecify.annotations.NullMarked;
