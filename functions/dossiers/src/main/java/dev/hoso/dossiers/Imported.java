package dev.hoso.dossiers;

/**
 * That a dossier was taken over from an older system.
 *
 * @param id the import's
 * @param line where it stands in the import's file
 * @param tell whether its applicant is told how it stood then; they are told of what happens later
 *     in any case
 */
public record Imported(String id, int line, boolean tell) {}
