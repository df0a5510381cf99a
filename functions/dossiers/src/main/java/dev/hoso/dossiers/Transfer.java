package dev.hoso.dossiers;

import java.time.Instant;

/**
 * That a dossier was handed from one unit to another.
 *
 * @param transfer the transfer of the whole unit that it was a part of
 */
public record Transfer(String from, String to, Instant at, String transfer, String reason) {}
