/** Functions for the runtime's own tests, loaded from a package as the real ones are. */
package dev.hoso.samples;
