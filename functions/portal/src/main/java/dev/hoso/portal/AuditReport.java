package dev.hoso.portal;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What the portal has of the dossiers that it took in last on one day.
 *
 * @param day the day, such as {@code 2026-11-24}
 * @param at when it was asked
 * @param dossiers how many it was asked about; what was sent again since is the later day's
 * @param same how many it has as it took them in
 * @param unanswered how many it gave no answer about: it is asked again an hour later
 */
@Json
public record AuditReport(
    String day,
    String at,
    long dossiers,
    long same,
    long missing,
    long different,
    long unanswered,
    List<Difference> differences) {}
