/** The API for officers' systems and operators: what needs a router, and so Micronaut. */
@NullMarked
package dev.hoso.results.api;

import org.jspecify.annotations.NullMarked;
