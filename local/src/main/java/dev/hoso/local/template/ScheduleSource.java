package dev.hoso.local.template;

import java.util.Optional;

/**
 * A function called at times.
 *
 * @param rule whether it is an EventBridge rule ({@code Schedule}) and not a schedule ({@code
 *     ScheduleV2}): their events differ
 * @param input what is sent in place of the usual event
 */
public record ScheduleSource(
    String function, String name, Timing timing, boolean rule, Optional<String> input) {}
