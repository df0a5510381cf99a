package dev.hoso.payments.settlement;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A report in JSON.
 *
 * @param differences all of them, or the first ones: the report says how many there are
 */
@Json
public record ReportSummary(Report report, List<Difference> differences) {
  /** As many as a person reads on a page. */
  public static final int MOST = 100;
}
