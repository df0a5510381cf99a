package dev.hoso.local.inside;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a class gives as type arguments of an interface that it implements, however far up. */
final class TypeArguments {
  private TypeArguments() {}

  static List<Type> of(Class<?> type, Class<?> wanted) {
    List<Type> found = search(type, wanted, Map.of());
    if (found == null) {
      throw new IllegalArgumentException(type + " gives no type arguments to " + wanted);
    }
    return found;
  }

  private static @Nullable List<Type> search(
      @Nullable Type type, Class<?> wanted, Map<Type, Type> bound) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      List<Type> arguments =
          Arrays.stream(generic.getActualTypeArguments())
              .map(argument -> bound.getOrDefault(argument, argument))
              .toList();
      return raw == wanted ? arguments : above(raw, wanted, bind(raw, arguments));
    }
    return type instanceof Class<?> plain ? above(plain, wanted, bound) : null;
  }

  private static Map<Type, Type> bind(Class<?> raw, List<Type> arguments) {
    TypeVariable<?>[] variables = raw.getTypeParameters();
    Map<Type, Type> bound = new HashMap<>();
    for (int i = 0; i < variables.length; i++) {
      bound.put(variables[i], arguments.get(i));
    }
    return bound;
  }

  private static @Nullable List<Type> above(Class<?> type, Class<?> wanted, Map<Type, Type> bound) {
    for (Type implemented : type.getGenericInterfaces()) {
      List<Type> found = search(implemented, wanted, bound);
      if (found != null) {
        return found;
      }
    }
    return search(type.getGenericSuperclass(), wanted, bound);
  }
}
