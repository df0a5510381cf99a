package dev.hoso.dossiers.api;

import java.util.concurrent.atomic.AtomicInteger;

/** What officers' systems send. */
final class Requests {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** A registration that is right, received this morning. */
  static final String REGISTRATION =
      """
      {"procedure": "1.000689", "unit": "HN-STP", "receivedAt": "2026-03-10T08:00:00+07:00",
       "applicant": {"name": "Nguyễn Văn An", "phone": "0912 345 678", "email": "an@example.vn"}}
      """;

  private Requests() {}

  /** A code that no other test has. */
  static String code() {
    return "H26.15-260310-%04d".formatted(NUMBER.incrementAndGet());
  }

  static String status(int status) {
    return "{\"status\": " + status + "}";
  }
}
