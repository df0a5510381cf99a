package dev.hoso.indicators.dashboard;

import dev.hoso.core.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A script of the dashboard, which shows all its figures without one. It runs because the page's
 * policy names its hash, and for no other reason.
 */
public final class Script {
  /** Draws; MIT. The web jar's one file that is needed is unpacked at build. */
  public static final Script CHART = of("chart.js", "chart.umd.min.js");

  /** Makes charts of the page's tables, and keeps the figures fresh. */
  public static final Script DASHBOARD = of("dashboard.js", "dashboard.js");

  static final Map<String, Script> ALL = Map.of(CHART.name, CHART, DASHBOARD.name, DASHBOARD);

  private final String name;
  private final String integrity;
  private final byte[] packed;

  private Script(String name, String integrity, byte[] packed) {
    this.name = name;
    this.integrity = integrity;
    this.packed = packed;
  }

  /** Both, as a policy names what may run. */
  static String policy() {
    return "script-src '%s' '%s'; connect-src 'self'"
        .formatted(CHART.integrity, DASHBOARD.integrity);
  }

  /** Its hash, as pages and policies say it. */
  public String integrity() {
    return integrity;
  }

  /** By gzip: a third of the size, for phones. */
  byte[] packed() {
    return packed.clone();
  }

  /** Another content has another address, so that a copy can be kept for good. */
  public String address() {
    return "/dashboard/scripts/" + name + "?v=" + tag();
  }

  private String tag() {
    return integrity.replaceAll("[^A-Za-z0-9]", "").substring(0, 16);
  }

  private static Script of(String name, String file) {
    byte[] all = bytes(file);
    byte[] digest = HexFormat.of().parseHex(Sha256.hex(all));
    return new Script(name, "sha256-" + Base64.getEncoder().encodeToString(digest), packed(all));
  }

  /** A text that lies beside this class. */
  static String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Script.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in this package");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] all) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
