package dev.hoso.local.inside;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Calls a handler as Lambda's runtime client does: the event's bytes in, the answer's bytes out.
 * The second argument of a call says {@code requestId}, {@code arn} and {@code deadline} (epoch
 * milliseconds).
 */
public final class Entry implements BiFunction<byte[], Map<String, String>, byte[]> {
  private final String function;
  private final RequestStreamHandler handler;

  /**
   * Makes the handler, which is what Lambda calls initialisation.
   *
   * @throws ReflectiveOperationException if there is no such class with a constructor without
   *     arguments, or it fails
   */
  public Entry(String function, String handlerClass) throws ReflectiveOperationException {
    this.function = function;
    Object made =
        Class.forName(handlerClass, true, Entry.class.getClassLoader())
            .getDeclaredConstructor()
            .newInstance();
    if (made instanceof RequestStreamHandler stream) {
      this.handler = stream;
    } else if (made instanceof RequestHandler<?, ?> objects) {
      this.handler = new ObjectHandler(objects);
    } else {
      throw new IllegalArgumentException(
          handlerClass + " is neither a RequestStreamHandler nor a RequestHandler");
    }
  }

  @Override
  public byte[] apply(byte[] event, Map<String, String> call) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Invocation context =
        new Invocation(
            call.getOrDefault("requestId", ""),
            function,
            call.getOrDefault("arn", ""),
            Long.parseLong(call.getOrDefault("deadline", "0")));
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toByteArray();
  }
}
