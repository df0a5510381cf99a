package dev.hoso.core;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field where, as the sender wrote it: {@code applicant.phone}
 * @param rule what would be right, in a sentence for the sender
 */
public record Fault(String field, String rule) {}
