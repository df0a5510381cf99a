package dev.hoso.core;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** JSON in lean functions. One for all of a function: making another costs a cold start again. */
public final class JsonTypes {
  private static final Jsonb JSONB = Jsonb.builder().build();

  private JsonTypes() {}

  /** Reads and writes values of this type, which is annotated with {@code @Json} of avaje-jsonb. */
  public static <T> JsonType<T> of(Class<T> type) {
    return JSONB.type(type);
  }
}
