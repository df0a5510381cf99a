package dev.hoso.results.api;

import dev.hoso.core.Sha256;
import dev.hoso.core.web.Body;
import dev.hoso.results.Document;
import dev.hoso.results.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a result is to be made of. */
sealed interface Made {
  /** The ways to say it, of which a request takes one. */
  List<String> WAYS = List.of("signed", "unsigned", "upload", "fields");

  /** What Lambda takes in one request, 6 MB, less the third that base64 adds. */
  int MOST_INLINE_BYTES = 4 * 1024 * 1024;

  /** Longer than any field may be is not even looked at. */
  int MOST_FIELDS = 200;

  Source source();

  /** The same for the same content. */
  String digest();

  /** A PDF inside the request. */
  record Inline(Source source, Document pdf) implements Made {
    @Override
    public String digest() {
      return pdf.sha256();
    }
  }

  /** A PDF that was uploaded before. */
  record Uploaded(Source source, String id) implements Made {
    @Override
    public String digest() {
      return id;
    }
  }

  /** Values for the template of the procedure. */
  record Filled(Map<String, String> values) implements Made {
    public Filled {
      values = Map.copyOf(values);
    }

    @Override
    public Source source() {
      return Source.FIELDS;
    }

    @Override
    public String digest() {
      List<String> parts = new ArrayList<>();
      new TreeMap<>(values).forEach((name, value) -> parts.addAll(List.of(name, value)));
      return Sha256.hex(parts.toArray(String[]::new));
    }

    /** Without the values, which are personal: a record's text ends up in logs. */
    @Override
    public String toString() {
      return "Filled[" + values.size() + " values]";
    }
  }

  /** Reads it; null where a fault of it was noted. */
  static @Nullable Made read(Body body) {
    List<String> said = WAYS.stream().filter(body::has).toList();
    if (said.size() != 1) {
      body.fault("body", "must have exactly one of " + String.join(", ", WAYS));
      return null;
    }
    return switch (said.getFirst()) {
      case "signed" -> inline(body, "signed", Source.SIGNED);
      case "unsigned" -> inline(body, "unsigned", Source.UNSIGNED);
      case "upload" -> uploaded(body.object("upload"));
      default -> filled(body.object("fields"));
    };
  }

  private static @Nullable Made inline(Body body, String name, Source source) {
    String text = body.text(name);
    byte[] bytes = text == null ? null : decoded(body, name, text);
    if (bytes == null) {
      return null;
    }
    if (bytes.length > MOST_INLINE_BYTES) {
      body.fault(
          name,
          "must have at most %d bytes; upload what is larger by POST …/results/uploads"
              .formatted(MOST_INLINE_BYTES));
      return null;
    }
    if (!isPdf(bytes)) {
      body.fault(name, "must be a PDF in base64: its first bytes are not %PDF-");
      return null;
    }
    return new Inline(source, Document.of(bytes));
  }

  private static byte @Nullable [] decoded(Body body, String name, String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      body.fault(name, "must be a PDF in base64 (RFC 4648, section 4), without line breaks");
      return null;
    }
  }

  private static @Nullable Made uploaded(Body upload) {
    String id = upload.text("id");
    if (id == null || !id.matches("[0-9A-HJKMNP-TV-Z]{16}")) {
      upload.fault("id", "must be what POST …/results/uploads answered as upload");
      return null;
    }
    if (!upload.has("signed")) {
      upload.fault("signed", "is required: true where the department signed it, else false");
      return null;
    }
    Source source = upload.flag("signed", false) ? Source.SIGNED : Source.UNSIGNED;
    return new Uploaded(source, id);
  }

  private static @Nullable Made filled(Body fields) {
    Map<String, String> values = new TreeMap<>();
    for (String name : fields.names()) {
      String value = fields.text(name);
      if (value != null && hasControls(value)) {
        fields.fault(name, "must have no control characters but line breaks");
      } else if (value != null) {
        values.put(name, value);
      }
    }
    if (values.size() > MOST_FIELDS) {
      fields.fault("*", "must be at most " + MOST_FIELDS);
    }
    return new Filled(values);
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(it -> Character.isISOControl(it) && it != '\n');
  }

  /** At a glance; whether it can be read as one is seen when it is checked or sealed. */
  static boolean isPdf(byte[] bytes) {
    byte[] mark = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
