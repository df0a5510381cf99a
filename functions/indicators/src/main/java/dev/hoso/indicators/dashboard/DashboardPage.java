package dev.hoso.indicators.dashboard;

import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.PaymentGateway;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Measure;
import dev.hoso.indicators.api.Worded;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * The dashboard as its page shows it.
 *
 * @param wholeCity whether the reader may choose a unit
 */
public record DashboardPage(
    Dashboard dashboard, Language language, Catalogue catalogue, boolean wholeCity)
    implements Worded {
  /** More rows hide the worst ones; all are one link away. */
  private static final int ROWS = 12;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM");
  private static final double MILLIONTHS = 1_000_000;

  /** A figure of today, beside yesterday's. */
  public record Tile(String title, String number, String beside, String address) {}

  /** The city, or the unit that is shown. */
  public String whose() {
    String unit = dashboard.unit();
    return unit(unit == null ? city() : unit);
  }

  /** This page's address. */
  public String address() {
    return dashboard.unit() == null ? "/dashboard" : "/dashboard?unit=" + dashboard.unit();
  }

  /** Which units there are to choose. */
  public List<Unit> units() {
    return catalogue.units().stream().filter(it -> !it.code().equals(city())).toList();
  }

  public String time() {
    return TIME.format(Time.vietnam(dashboard.asOf()));
  }

  /** What happens today. */
  public List<Tile> tiles() {
    long overdue = dashboard.nowOpen().open().overdue();
    String open = number(dashboard.nowOpen().open().all());
    return List.of(
        tile(Figure.RECEIVED),
        tile(Figure.DECIDED),
        new Tile(
            say("Đang quá hạn", "Overdue now"),
            number(overdue),
            say("trong " + open + " chưa xong", "of " + open + " open"),
            overdue()),
        new Tile(
            name(Figure.PAID),
            number(today(Figure.PAID)),
            money(today(Figure.PAID_AMOUNT)),
            list(Figure.PAID, dashboard.today())),
        tile(Figure.RESULTS),
        tile(Figure.SENT));
  }

  public String name(Figure figure) {
    return figure.title().in(language);
  }

  /** The days of the trend, the newest first. */
  public List<LocalDate> days() {
    return dashboard.period().days().sorted(Comparator.reverseOrder()).toList();
  }

  public String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  public Counts on(LocalDate day) {
    return dashboard.on(day);
  }

  /** Of all days together. */
  public long total(Figure figure) {
    return figure.of(dashboard.total());
  }

  public String gateway(String code) {
    return PaymentGateway.find(code).map(it -> it.name().in(language)).orElse(code);
  }

  public String channel(String code) {
    return switch (code) {
      case "sms" -> say("Tin nhắn SMS", "Text messages");
      case "email" -> say("Thư điện tử", "E-mail");
      case "push" -> say("Thông báo ứng dụng", "App notifications");
      default -> code;
    };
  }

  public String money(long dong) {
    Money money = new Money(dong);
    return say(money.vietnamese(), money.english());
  }

  /** Of millionths of a US dollar. */
  public String dollars(long millionths) {
    return decimal(millionths / MILLIONTHS, 2) + " USD";
  }

  /** The units that are most overdue. */
  public Heat heat() {
    return allHeat().first(ROWS);
  }

  /** All units with anything overdue. */
  public Heat allHeat() {
    return Heat.of(dashboard.latest());
  }

  /** How many units have anything overdue and are not among the first. */
  public int moreUnits() {
    return Math.max(0, dashboard.latest().size() - ROWS);
  }

  /** Five at most; a dash where nobody rated. */
  public String rating() {
    long rated = rated();
    return rated == 0 ? "–" : decimal((double) dashboard.total().of(Measure.RATED_SUM) / rated, 2);
  }

  public long rated() {
    return dashboard.total().of(Measure.RATED);
  }

  /** What is behind a figure of a day. */
  public String list(Figure figure, LocalDate day) {
    return list(figure, day, day);
  }

  /** What is behind a figure of all days. */
  public String list(Figure figure) {
    return list(figure, dashboard.period().from(), dashboard.today());
  }

  /** The dossiers that are overdue, or the units that have some. */
  public String overdue() {
    String unit = dashboard.unit();
    return link(unit == null ? "/dashboard/units" : "/dashboard/overdue?unit=" + unit);
  }

  private String list(Figure figure, LocalDate from, LocalDate to) {
    String unit = dashboard.unit() == null ? "" : "&unit=" + dashboard.unit();
    return link("/dashboard/counts?of=%s&from=%s&to=%s%s".formatted(figure.code(), from, to, unit));
  }

  private Tile tile(Figure figure) {
    String yesterday = number(figure.of(on(dashboard.today().minusDays(1))));
    return new Tile(
        name(figure),
        number(today(figure)),
        say("Hôm qua: ", "Yesterday: ") + yesterday,
        list(figure, dashboard.today()));
  }

  private long today(Figure figure) {
    return figure.of(on(dashboard.today()));
  }

  private String city() {
    return catalogue.units().stream()
        .filter(unit -> unit.parent() == null)
        .map(Unit::code)
        .findFirst()
        .orElseThrow();
  }
}
