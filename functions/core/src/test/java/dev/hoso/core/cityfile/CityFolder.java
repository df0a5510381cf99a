package dev.hoso.core.cityfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A city's own files, as tests write them. */
public record CityFolder(Path path) {
  /** Puts a file of those lines there, the columns first. */
  public CityFolder with(String file, String... lines) throws IOException {
    Files.writeString(path.resolve(file), String.join("\n", lines) + "\n");
    return this;
  }
}
