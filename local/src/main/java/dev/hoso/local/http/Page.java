package dev.hoso.local.http;

/** Something that answers requests. */
@FunctionalInterface
public interface Page {
  Answer answer(Request request) throws Exception;
}
