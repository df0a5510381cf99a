package dev.hoso.local.inside;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;

/** A handler of objects as one of streams, by the serialisers that Lambda's runtime client uses. */
final class ObjectHandler implements RequestStreamHandler {
  private final RequestHandler<Object, Object> handler;
  private final PojoSerializer<Object> events;
  private final PojoSerializer<Object> answers;

  @SuppressWarnings("unchecked") // The serialisers are made from the handler's own type arguments.
  ObjectHandler(RequestHandler<?, ?> handler) {
    this.handler = (RequestHandler<Object, Object>) handler;
    List<Type> types = TypeArguments.of(handler.getClass(), RequestHandler.class);
    this.events = serializer(types.get(0));
    this.answers = serializer(types.get(1));
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Type type) {
    if (type instanceof Class<?> known
        && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())) {
      return LambdaEventSerializers.serializerFor(
          (Class<Object>) known, ObjectHandler.class.getClassLoader());
    }
    return JacksonFactory.getInstance().getSerializer(type);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    answers.toJson(handler.handleRequest(events.fromJson(event), context), answer);
  }
}
