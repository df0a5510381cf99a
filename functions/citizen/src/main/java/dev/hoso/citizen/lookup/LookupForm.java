package dev.hoso.citizen.lookup;

/**
 * The form that asks for a dossier's code.
 *
 * @param typed what somebody typed
 * @param mistyped whether that is no such code
 */
public record LookupForm(String typed, boolean mistyped) {}
