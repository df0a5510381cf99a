package dev.hoso.local.template;

import java.util.Set;

/** Resource types that a template may hold and that have no meaning on a laptop. */
final class OnlyOnAws {
  private OnlyOnAws() {}

  /** A queue is the name of a failure destination; the list of what went there is kept here. */
  static final Set<String> TYPES =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::KMS::Alias",
          "AWS::Lambda::Alias",
          "AWS::Lambda::Permission",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::ResourcePolicy",
          "AWS::ResourceGroups::Group",
          "AWS::S3::BucketPolicy",
          "AWS::SES::ConfigurationSet",
          "AWS::SES::ConfigurationSetEventDestination",
          "AWS::SES::EmailIdentity",
          "AWS::SNS::Subscription",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::Queue",
          "AWS::SQS::QueuePolicy",
          "AWS::SSM::Parameter");
}
