/**
 * What SES and SNS report about messages that they took: read from their own formats, told in words
 * that a clerk understands. What follows from a report is in {@link
 * dev.hoso.notifications.Reporting}.
 */
@NullMarked
package dev.hoso.notifications.reports;

import org.jspecify.annotations.NullMarked;
