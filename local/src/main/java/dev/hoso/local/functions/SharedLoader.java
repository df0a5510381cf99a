package dev.hoso.local.functions;

import dev.hoso.local.LocalClock;
import java.net.URL;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all functions of one runtime share: the JDK and the runtime's clock, nothing else. */
final class SharedLoader extends ClassLoader {
  private static final String CLOCK = LocalClock.class.getName();
  private static final String SERVICE = "META-INF/services/" + InstantSource.class.getName();

  SharedLoader(InstantSource clock) {
    super("shared", ClassLoader.getPlatformClassLoader());
    try {
      loadClass(CLOCK).getMethod("follow", InstantSource.class).invoke(null, clock);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.equals(CLOCK)) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = OwnClasses.bytes(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return name.equals(SERVICE) ? LocalClock.class.getResource("/" + SERVICE) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return name.equals(SERVICE)
        ? Collections.enumeration(Collections.singleton(Objects.requireNonNull(findResource(name))))
        : Collections.emptyEnumeration();
  }
}
