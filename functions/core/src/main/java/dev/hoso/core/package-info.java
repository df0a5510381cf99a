/**
 * The language of the domain and the plumbing that every function shares: what a dossier code, a
 * phone number or an amount of money is, and how an item is written to DynamoDB. Nothing here has
 * behaviour of its own, and nothing here knows a function.
 */
@NullMarked
package dev.hoso.core;

import org.jspecify.annotations.NullMarked;
