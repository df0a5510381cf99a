package dev.hoso.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hoso.samples.Echo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lays a template and the package that it names into a folder, as a build would. */
public final class SamplePackage {
  private SamplePackage() {}

  /** The tests' template in that folder, with its package beside it. */
  public static Path in(Path folder) {
    return in(folder, "template.yaml");
  }

  /** A template of the tests' resources in that folder, with its package beside it. */
  public static Path in(Path folder, String template) {
    try {
      Path lib = Files.createDirectories(folder.resolve("functions/lib"));
      Path classes = Files.createDirectories(folder.resolve("functions/dev/hoso/samples"));
      try (Stream<Path> files = Files.list(jar(Echo.class).resolve("dev/hoso/samples"))) {
        for (Path file : files.toList()) {
          Files.copy(file, classes.resolve(file.getFileName().toString()));
        }
      }
      for (Class<?> in :
          List.of(Context.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class)) {
        Files.copy(jar(in), lib.resolve(jar(in).getFileName().toString()));
      }
      return Files.copy(jar(Echo.class).resolve(template), folder.resolve("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
