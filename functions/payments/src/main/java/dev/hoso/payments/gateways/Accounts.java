package dev.hoso.payments.gateways;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The merchant accounts at a gateway, as they are set up now. The settings' names are a field's
 * ({@code TMN_CODE}), or an account's and a field's ({@code TAYHO_TMN_CODE}).
 */
final class Accounts {
  /** Accounts' names have no underscore, so that it is plain where the field begins. */
  private static final String NAME = "[A-Z0-9]{1,20}";

  private static final String UNNAMED = "";

  /** The field that most gateways have a public value for. */
  static final String ADDRESS = "BASE_URL";

  private final String gateway;
  private final Map<String, String> environment;
  private final Supplier<Map<String, String>> parameters;
  private final Map<String, Account> byName = new ConcurrentHashMap<>();
  private final Map<String, List<Account>> byField = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

  /**
   * The accounts.
   *
   * @param parameters what SSM says; asked only for a field that the environment does not have
   */
  Accounts(
      String gateway, Map<String, String> environment, Supplier<Map<String, String>> parameters) {
    this.gateway = gateway;
    this.environment = environment;
    this.parameters = parameters;
  }

  /** The account of that name; the unnamed one's is empty. */
  Account account(String name) {
    return byName.computeIfAbsent(
        name, it -> new Account(gateway, name, field -> value(name, field)));
  }

  /** Those that have this field of their own, the unnamed one first; that one where none has. */
  List<Account> having(String field) {
    List<Account> known = byField.get(field);
    return known == null ? byField.computeIfAbsent(field, this::look) : known;
  }

  /** All that is in this list of any account; of secrets, any may prove a call. */
  List<String> all(String field) {
    List<String> known = lists.get(field);
    return known == null
        ? lists.computeIfAbsent(
            field, it -> having(it).stream().flatMap(one -> one.list(it).stream()).toList())
        : known;
  }

  /** Whether anything is set up of any account; where a gateway is, says nothing of that. */
  boolean any() {
    return hasAny(environment) || hasAny(parameters.get());
  }

  private static boolean hasAny(Map<String, String> source) {
    return source.keySet().stream().anyMatch(name -> !name.endsWith("BASE_URL"));
  }

  private List<Account> look(String field) {
    List<Account> having = names(source(field), field).map(this::account).toList();
    return having.isEmpty() ? List.of(account(UNNAMED)) : having;
  }

  private Optional<String> value(String account, String field) {
    Map<String, String> source = source(field);
    String own = source.get(GatewaySettings.name(account, field));
    return Optional.ofNullable(own == null ? source.get(field) : own).map(String::strip);
  }

  /**
   * The environment, where it has the field of any account. Who sets a gateway up there and names
   * no address means the public one: SSM, which may be out of reach, is not asked for it.
   */
  private Map<String, String> source(String field) {
    boolean here = field.equals(ADDRESS) && !environment.isEmpty();
    return here || names(environment, field).findAny().isPresent() ? environment : parameters.get();
  }

  private static Stream<String> names(Map<String, String> source, String field) {
    Stream<String> unnamed = source.containsKey(field) ? Stream.of(UNNAMED) : Stream.empty();
    String end = "_" + field;
    return Stream.concat(
        unnamed,
        new TreeSet<>(source.keySet())
            .stream()
                .filter(name -> name.endsWith(end))
                .map(name -> name.substring(0, name.length() - end.length()))
                .filter(name -> name.matches(NAME)));
  }
}
