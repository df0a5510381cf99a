package dev.hoso.notifications.seen;

/**
 * Something that happened to a message.
 *
 * @param at as a person in Vietnam reads it
 * @param dateTime the same for machines
 * @param what what happened
 * @param more the reason or the provider's word; empty where there is none
 */
public record Step(String at, String dateTime, String what, String more) {}
