package dev.hoso.notifications.stop;

/**
 * A kind of message that a person can opt out of.
 *
 * @param name its word in the form
 * @param title as the person reads it
 * @param wanted whether they want it
 */
public record Choice(String name, String title, boolean wanted) {}
