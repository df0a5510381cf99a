package dev.hoso.payments.gateways;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A merchant account at a gateway, with its settings as they are now. */
public final class Account {
  private final String gateway;
  private final String name;
  private final Function<String, Optional<String>> values;
  private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

  Account(String gateway, String name, Function<String, Optional<String>> values) {
    this.gateway = gateway;
    this.name = name;
    this.values = values;
  }

  /**
   * A setting that may be absent; what the account does not say is as the unnamed one has it.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where SSM cannot be asked
   */
  public Optional<String> optional(String field) {
    Optional<String> value = known.get(field);
    return value == null ? known.computeIfAbsent(field, values) : value;
  }

  /**
   * A setting that the gateway cannot do without.
   *
   * @throws MissingSetting where it is not there
   */
  public String required(String field) {
    return optional(field).orElseThrow(() -> new MissingSetting(gateway, name, field));
  }

  /**
   * Where the gateway's API is, without a slash at the end.
   *
   * @param usual the gateway's public address, for who names no other
   */
  String address(String usual) {
    String address = optional(Accounts.ADDRESS).orElse(usual);
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /**
   * The parts of a list; none where it is not set. Of secrets the first is the one to sign with;
   * there are several while one replaces the other.
   */
  public List<String> list(String field) {
    List<String> list = lists.get(field);
    return list == null
        ? lists.computeIfAbsent(field, it -> optional(it).map(Account::parts).orElse(List.of()))
        : list;
  }

  /**
   * A list that the gateway cannot do without.
   *
   * @throws MissingSetting where nothing is in it
   */
  public List<String> secrets(String field) {
    List<String> secrets = list(field);
    if (secrets.isEmpty()) {
      throw new MissingSetting(gateway, name, field);
    }
    return secrets;
  }

  private static List<String> parts(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
