package dev.hoso.local.functions;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.hoso.local.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function's package: its classes at the root and its libraries in {@code lib}. */
final class FunctionPackage {
  private FunctionPackage() {}

  /**
   * The class path in a package.
   *
   * @param code a zip, which is unpacked once beside itself, or a folder
   * @throws StartupProblem if it is not there
   */
  static List<URL> classPath(Path code) {
    if (!Files.exists(code)) {
      throw new StartupProblem("The package " + code + " is missing: run mvn package");
    }
    try {
      Path folder = Files.isDirectory(code) ? code : unpack(code);
      List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
      for (Path library : libraries(folder.resolve("lib"))) {
        urls.add(library.toUri().toURL());
      }
      // Lambda's runtime client brings its own; here the function's loader gets it last.
      urls.add(PojoSerializer.class.getProtectionDomain().getCodeSource().getLocation());
      return urls;
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new StartupProblem("The package " + code + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Path> libraries(Path lib) throws IOException {
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** The folder's name has the content's checksum, so two runtimes may share it. */
  private static Path unpack(Path zip) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(zip));
    Path folder =
        zip.resolveSibling("local").resolve(zip.getFileName() + "-" + checksum.getValue());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Path partial = Files.createTempDirectory(folder.getParent(), "partial");
      extract(zip, partial);
      moveUnlessThere(partial, folder);
    }
    return folder;
  }

  private static void extract(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      file.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> extract(file, entry, folder));
    }
  }

  private static void extract(ZipFile file, ZipEntry entry, Path folder) {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new StartupProblem(file.getName() + " names a file outside of itself: " + entry);
    }
    try {
      Files.createDirectories(target.getParent());
      Files.copy(file.getInputStream(entry), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void moveUnlessThere(Path partial, Path folder) throws IOException {
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      // Another runtime was quicker; its copy is the same, and ours leaves with `mvn clean`.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
