package dev.hoso.local.functions;

import dev.hoso.local.inside.Entry;
import dev.hoso.local.template.FunctionDefinition;
import dev.hoso.local.template.LocalNames;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function that is loaded at its first event. There is one handler, called by many threads at a
 * time, where Lambda has a handler for each concurrent call: what works here works there. Its class
 * loader is never closed, since libraries' own shutdown hooks still load classes from it.
 */
public final class Function {
  private final FunctionDefinition definition;
  private final FunctionLoader loader;
  private @Nullable BiFunction<byte[], Map<String, String>, byte[]> entry;

  Function(
      FunctionDefinition definition,
      List<URL> classPath,
      ClassLoader shared,
      Map<String, String> environment) {
    this.definition = definition;
    this.loader = new FunctionLoader(definition.name(), classPath, shared, environment);
  }

  public String name() {
    return definition.name();
  }

  public Duration timeout() {
    return definition.timeout();
  }

  /** Calls the function with its own time limit. */
  public byte[] invoke(byte[] event) throws FunctionError, FunctionTimeout, InterruptedException {
    return invoke(event, timeout());
  }

  /**
   * Calls the function.
   *
   * @param limit how long to wait for the answer; loading does not count
   */
  public byte[] invoke(byte[] event, Duration limit)
      throws FunctionError, FunctionTimeout, InterruptedException {
    BiFunction<byte[], Map<String, String>, byte[]> loaded = load();
    FutureTask<byte[]> call = new FutureTask<>(() -> loaded.apply(event, about(limit)));
    Thread thread = Thread.ofVirtual().name(name()).unstarted(call);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new FunctionError(cause == null ? e : cause);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new FunctionTimeout(name(), limit);
    }
  }

  private Map<String, String> about(Duration limit) {
    return Map.of(
        "requestId", UUID.randomUUID().toString(),
        "arn", LocalNames.function(name()),
        "deadline", String.valueOf(System.currentTimeMillis() + limit.toMillis()));
  }

  /** Loads the function's classes and makes its handler, unless that is done. */
  public synchronized BiFunction<byte[], Map<String, String>, byte[]> load() throws FunctionError {
    if (entry != null) {
      return entry;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      entry = makeEntry();
      return entry;
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw new FunctionError(cause == null ? e : cause);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new FunctionError(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @SuppressWarnings("unchecked") // Entry implements just this, in the function's own loader.
  private BiFunction<byte[], Map<String, String>, byte[]> makeEntry()
      throws ReflectiveOperationException {
    String handler = definition.handler();
    int method = handler.indexOf("::");
    return (BiFunction<byte[], Map<String, String>, byte[]>)
        loader
            .loadClass(Entry.class.getName())
            .getConstructor(String.class, String.class)
            .newInstance(name(), method < 0 ? handler : handler.substring(0, method));
  }
}
