package dev.hoso.notifications;

/**
 * Why a message has not arrived, or is not wanted, as a clerk understands it.
 *
 * @param en in English
 * @param vi in Vietnamese
 * @param suppresses whether nothing that is sent to this contact would arrive either, or be wanted
 */
public record Reason(String en, String vi, boolean suppresses) {}
