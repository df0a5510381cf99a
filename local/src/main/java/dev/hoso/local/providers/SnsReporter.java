package dev.hoso.local.providers;

import java.time.InstantSource;

/** What SNS does with what it took: a topic tells its functions, an SMS is reported in a log. */
final class SnsReporter implements StandIn.Reporter {
  private final SmsReporter sms;
  private final Reports reports;
  private final InstantSource clock;

  SnsReporter(Behaviour behaviour, Reports reports, InstantSource clock) {
    this.sms = new SmsReporter(behaviour, reports, clock);
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public void taken(QueryCall call, InboxMessage message, String id) {
    if (message.channel().equals("topic")) {
      String topic = message.to();
      reports.notice(
          topic, TopicNotice.of(topic, message.text(), call.messageAttributes(), clock.instant()));
    } else {
      sms.taken(call, message, id);
    }
  }
}
