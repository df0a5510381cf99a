package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.Name;
import dev.hoso.payments.Source;
import dev.hoso.payments.settlement.Difference;
import dev.hoso.payments.settlement.Finding;
import dev.hoso.payments.settlement.Report;
import dev.hoso.payments.settlement.ReportSummary;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reconciliation as its page shows it.
 *
 * @param csv where all differences are, for some minutes
 * @param json where all of it is, for some minutes
 */
public record ReconciliationPage(
    ReportSummary summary, Language language, String csv, String json) {
  /** Tables are wider than a receipt. */
  static final String STYLE =
      """
      body{max-width:64rem}\
      .wide{overflow-x:auto}\
      table{border-collapse:collapse;width:100%}\
      caption{text-align:left;font-weight:bold;padding:.4rem 0}\
      th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #767676;vertical-align:top}\
      .number{text-align:right;white-space:nowrap}""";

  /** The text in the reader's language. */
  public String say(String vi, String en) {
    return new Name(vi, en).in(language);
  }

  public Report report() {
    return summary.report();
  }

  /** The gateway's name. */
  public String gateway() {
    return report().gateway().toUpperCase(Locale.ROOT);
  }

  /** Whether a person has nothing to do. */
  public boolean agrees() {
    return report().differences() == 0;
  }

  /** What a finding is called. */
  public String name(Finding finding) {
    return switch (finding) {
      case MATCHED -> say("Khớp", "Agrees");
      case RECOVERED ->
          say(
              "Khớp, nhờ tệp này mới biết đã trả",
              "Agrees, and only this file told that it was paid");
      case REFUND_MATCHED -> say("Hoàn tiền khớp", "Refunds that agree");
      case REFUND_RECOVERED ->
          say("Hoàn tiền, nhờ tệp này mới biết", "Refunds that only this file told of");
      case AMOUNT_DIFFERS -> say("Lệch số tiền hoặc loại tiền", "Another amount or currency");
      case MISSING_HERE -> say("Cổng có, hệ thống không có", "Settled there, not known here");
      case DOUBLED -> say("Trùng", "Doubled");
      case MISSING_THERE ->
          say("Hệ thống có, cổng chưa quyết toán", "Paid here, not settled there yet");
      case UNREADABLE -> say("Không đọc được", "Cannot be read");
      case IGNORED -> say("Dòng khác (phí, chuyển khoản…)", "Other lines (fees, payouts …)");
    };
  }

  /** What a difference is called. */
  public String name(Difference difference) {
    return name(Finding.of(difference.finding()));
  }

  /** On which way a payment was learnt of. */
  public String way(String source) {
    if (source.equals(Source.WEBHOOK.code())) {
      return say("Cổng tự báo", "The gateway called");
    }
    return source.equals(Source.QUERY.code())
        ? say("Hệ thống hỏi cổng", "We asked the gateway")
        : say("Chỉ nhờ tệp quyết toán", "Only the settlement file told");
  }

  /** Sums by currency, one after the other. */
  public String money(Map<String, Long> sums) {
    return sums.entrySet().stream()
        .map(sum -> money(sum.getValue(), sum.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** An amount; nothing where there is none. */
  public String money(@Nullable Long amount, @Nullable String currency) {
    if (amount == null || currency == null) {
      return "";
    }
    Money money = new Money(amount, currency);
    return say(money.vietnamese(), money.english());
  }

  /** What else there is to say of a difference. */
  public String more(Difference difference) {
    if (difference.rule() != null) {
      return difference.column() + " " + difference.rule();
    }
    if (difference.daysWaiting() != null) {
      return say("đã chờ %d ngày", "waits %d days").formatted(difference.daysWaiting());
    }
    return difference.expectedAmount() == null
        ? ""
        : say("đã yêu cầu ", "asked for ")
            + money(difference.expectedAmount(), difference.expectedCurrency());
  }

  /** How many differences are not on the page. */
  public long left() {
    return report().differences() - summary.differences().size();
  }

  /** This page's address in the other language. */
  public String otherAddress() {
    return "/payments/reconciliations/"
        + report().gateway()
        + "/"
        + report().name()
        + "?lang="
        + otherLanguage().code();
  }

  /** The other language. */
  public Language otherLanguage() {
    return language == Language.VI ? Language.EN : Language.VI;
  }
}
