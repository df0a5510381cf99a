package dev.hoso.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A function called at a steady rate.
 *
 * @param rule whether it is an EventBridge rule ({@code Schedule}) and not a schedule ({@code
 *     ScheduleV2}): their events differ
 * @param input what is sent in place of the usual event
 */
public record ScheduleSource(
    String function, String name, Duration every, boolean rule, Optional<String> input) {}
