package dev.hoso.events;

/** What came of calling an endpoint. */
public sealed interface Answer {
  /** A short word for logs and for whoever tests the endpoint: {@code HTTP 503}. */
  String words();

  /** It was taken: any 2xx. */
  record Taken(int status) implements Answer {
    @Override
    public String words() {
      return "HTTP " + status;
    }
  }

  /** It is never to be called again: 410. */
  record Gone() implements Answer {
    @Override
    public String words() {
      return "HTTP 410";
    }
  }

  /** It was not taken: another status, a redirect too, or none. */
  record NotTaken(String words) implements Answer {}
}
