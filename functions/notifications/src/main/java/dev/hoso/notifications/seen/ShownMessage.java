package dev.hoso.notifications.seen;

import java.util.List;

/**
 * A message on the page.
 *
 * @param title of its channel and kind
 * @param size segments and cost; empty where it was not sent
 * @param obstacle why it cannot be sent again; empty where it can
 */
public record ShownMessage(
    Life life, String title, String state, String size, List<Step> steps, String obstacle) {}
