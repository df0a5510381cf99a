/** Reads {@code template.yaml}: plain YAML with CloudFormation's tags and SAM's resources. */
@NullMarked
package dev.hoso.local.template;

import org.jspecify.annotations.NullMarked;
