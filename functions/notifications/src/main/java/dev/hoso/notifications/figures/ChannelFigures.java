package dev.hoso.notifications.figures;

import java.util.List;

/** A channel's part of the page: all days together, and each. */
public record ChannelFigures(String title, Row sum, List<Row> days) {}
