package dev.hoso.local.functions;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of classes of this module, to be defined again in another loader. */
final class OwnClasses {
  private OwnClasses() {}

  /**
   * Reads a class file from where this class came from.
   *
   * @throws ClassNotFoundException if this module has no such class
   */
  static byte[] bytes(String className) throws ClassNotFoundException {
    String file = "/" + className.replace('.', '/') + ".class";
    try (InputStream in = OwnClasses.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(className);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(className, e);
    }
  }
}
