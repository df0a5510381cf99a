package dev.hoso.notifications.events;

/**
 * An event as the topic takes it.
 *
 * @param sequence sorts as the dossier's events happened
 * @param body the CloudEvent, never written anew: what is published late is what would have been
 */
record Notice(
    String dossier,
    String sequence,
    String body,
    String type,
    String unit,
    String procedure,
    String status) {}
