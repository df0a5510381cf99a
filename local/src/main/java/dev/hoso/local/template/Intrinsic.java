package dev.hoso.local.template;

/**
 * A CloudFormation function that is not resolved yet.
 *
 * @param name without the {@code Fn::}, such as {@code Sub}
 */
record Intrinsic(String name, Object argument) {}
