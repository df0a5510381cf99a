package dev.hoso.local.functions;

import dev.hoso.local.inside.Entry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A function's classes, and at the root of its class path {@code environment.properties}: the
 * environment is one per JVM, so what the template gives a function is a file instead.
 */
final class FunctionLoader extends URLClassLoader {
  private static final String INSIDE = Entry.class.getPackageName() + ".";
  private static final String ENVIRONMENT = "environment.properties";

  private final byte[] environment;

  FunctionLoader(
      String function, List<URL> classPath, ClassLoader shared, Map<String, String> environment) {
    super(function, classPath.toArray(URL[]::new), shared);
    this.environment = properties(environment);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(INSIDE)) {
      return super.findClass(name);
    }
    byte[] bytes = OwnClasses.bytes(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public @Nullable URL findResource(String name) {
    return name.equals(ENVIRONMENT) ? environmentUrl() : super.findResource(name);
  }

  private URL environmentUrl() {
    try {
      return URL.of(URI.create("environment:/" + ENVIRONMENT), new InMemory());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] properties(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** {@link java.util.Properties} reads ISO 8859-1, a stream's usual form, with these escapes. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(plain(c) ? Character.toString(c) : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private static boolean plain(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
  }

  private final class InMemory extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // The bytes are here.
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(environment);
        }
      };
    }
  }
}
