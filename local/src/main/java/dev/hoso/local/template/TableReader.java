package dev.hoso.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader {
  private TableReader() {}

  static Table read(String name, Section properties) {
    properties.without(
        "BillingMode",
        "ContributorInsightsSpecification",
        "DeletionProtectionEnabled",
        "OnDemandThroughput",
        "PointInTimeRecoverySpecification",
        "ProvisionedThroughput",
        "ResourcePolicy",
        "SSESpecification",
        "TableClass",
        "TableName",
        "Tags",
        "WarmThroughput");
    List<Table.Index> indexes = new ArrayList<>();
    properties.sections("GlobalSecondaryIndexes").forEach(one -> indexes.add(index(one, false)));
    properties.sections("LocalSecondaryIndexes").forEach(one -> indexes.add(index(one, true)));
    Table table =
        new Table(
            name,
            attributes(properties),
            keys(properties),
            indexes,
            stream(properties),
            timeToLive(properties));
    properties.end();
    return table;
  }

  private static Map<String, String> attributes(Section properties) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Section one : properties.sections("AttributeDefinitions")) {
      attributes.put(one.text("AttributeName"), one.text("AttributeType"));
      one.end();
    }
    return attributes;
  }

  private static List<Table.Key> keys(Section properties) {
    return properties.sections("KeySchema").stream()
        .map(one -> new Table.Key(one.text("AttributeName"), one.text("KeyType")))
        .toList();
  }

  private static Table.Index index(Section section, boolean local) {
    section.without(
        "ProvisionedThroughput",
        "OnDemandThroughput",
        "ContributorInsightsSpecification",
        "WarmThroughput");
    Section projection = section.section("Projection");
    Table.Index index =
        new Table.Index(
            section.text("IndexName"),
            local,
            keys(section),
            projection.text("ProjectionType"),
            projection.texts("NonKeyAttributes"));
    projection.end();
    section.end();
    return index;
  }

  private static Optional<String> stream(Section properties) {
    Section stream = properties.section("StreamSpecification").without("ResourcePolicy");
    Optional<String> view = stream.textIfAny("StreamViewType");
    stream.end();
    return view;
  }

  private static Optional<String> timeToLive(Section properties) {
    Section section = properties.section("TimeToLiveSpecification");
    boolean enabled = section.flag("Enabled");
    Optional<String> attribute = section.textIfAny("AttributeName");
    section.end();
    return attribute.filter(name -> enabled);
  }
}
