package dev.hoso.notifications.codes;

/** What becomes of a request for a code or of an entry. */
sealed interface Reply {
  /** A code is on its way, if there is such a dossier and it has a contact. */
  record Sent() implements Reply {}

  /** Too many were asked for or were wrong; later it works again. */
  record Limited() implements Reply {}

  /** The provider or we are out of order; the person may ask again. */
  record Failed() implements Reply {}

  /** The code was right. */
  record Right(String token) implements Reply {
    /** Without the token: a record's text ends up in logs. */
    @Override
    public String toString() {
      return "Right[]";
    }
  }

  /** The code was wrong, and there are more tries. */
  record Wrong() implements Reply {}

  /** There is no code, or its time or its tries are over. */
  record Over() implements Reply {}
}
