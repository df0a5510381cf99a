package dev.hoso.notifications.figures;

/**
 * A row of the page's table.
 *
 * @param title the day
 * @param within share of all messages that left in time
 * @param prompt share of those that no rule lets wait
 * @param delivered share of those that left
 */
public record Row(String title, String messages, String within, String prompt, String delivered) {}
