package dev.hoso.indicators;

import org.jspecify.annotations.Nullable;

/**
 * Whose counts something adds to.
 *
 * @param unit the code of the unit that has the dossier
 * @param procedure its national code; null where no procedure is known, as of messages
 */
public record Cell(String unit, @Nullable String procedure) {}
