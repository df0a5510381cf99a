package dev.hoso.core;

import org.jspecify.annotations.Nullable;

/** How a dossier came in (kênh thực hiện). The same procedure can cost less online. */
public enum FilingChannel {
  /** Trực tiếp: at a counter. */
  IN_PERSON("inPerson"),
  /** Trực tuyến: on a portal. */
  ONLINE("online"),
  /** Qua bưu chính. */
  POST("post");

  private final String code;

  FilingChannel(String code) {
    this.code = code;
  }

  /** As JSON and the catalogue have it: {@code inPerson}, {@code online} or {@code post}. */
  public String code() {
    return code;
  }

  /**
   * The channel of a code.
   *
   * @param field the name to complain under
   * @throws Invalid when it is absent or none of the three codes
   */
  public static FilingChannel parse(String field, @Nullable String text) {
    for (FilingChannel channel : values()) {
      if (channel.code.equals(text)) {
        return channel;
      }
    }
    throw new Invalid(field, "must be inPerson, online or post");
  }
}
