package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.payments.Payment;
import dev.hoso.payments.Payments;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts, as people see them. */
@Singleton
final class ReceiptPages {
  private static final String STYLE =
      """
      .pay,button{min-height:2.75rem;border-radius:.25rem;text-decoration:none;line-height:1.3;\
      box-sizing:border-box;cursor:pointer}\
      .ways{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0}\
      .ways li,.ways form{margin:0}\
      .ways button{margin:0;background:#fff;color:#004f9e;border:2px solid #004f9e}\
      .transfer{border:2px solid #0b3d73;border-radius:.25rem;padding:.2rem 1rem .6rem;margin:1rem 0}\
      .transfer h2{margin:.6rem 0}\
      .transfer svg{display:block;width:100%;max-width:21rem;margin:0 auto}\
      .transfer dd{font-weight:bold}\
      .copy{-webkit-user-select:all;user-select:all;font-family:ui-monospace,monospace;\
      font-size:1.2rem;background:#f3f3f3;padding:.3rem .5rem}\
      .hint{color:#444;font-size:1rem}\
      .problem{border:3px solid #a30000;padding:.6rem 1rem;margin:1rem 0}\
      .link{display:inline-flex;align-items:center;min-height:2.75rem}\
      dt{font-size:1rem}\
      @media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}""";

  /** Its forms lead here alone: to a gateway leads a link, which that rule does not hold up. */
  private static final Pages PAGES =
      new Pages("dev.hoso.payments.pages", "form-action 'self'", STYLE);

  private final Payments payments;
  private final Catalogue catalogue;
  private final ChoiceDesk choice;
  private final InstantSource clock;

  ReceiptPages(Payments payments, Catalogue catalogue, ChoiceDesk choice, InstantSource clock) {
    this.payments = payments;
    this.catalogue = catalogue;
    this.choice = choice;
    this.clock = clock;
  }

  /**
   * A receipt's page.
   *
   * @param problem why what was chosen on it cannot be; null where nothing was
   * @param request from which the language is, and whether the reader comes back from a gateway:
   *     they all add something to the address
   */
  HttpResponse<Object> page(
      MutableHttpResponse<Object> response,
      Payment payment,
      @Nullable Name problem,
      HttpRequest<?> request) {
    String procedure = payment.request().procedure();
    String unit = payment.request().unit();
    ReceiptPage page =
        new ReceiptPage(
            payment,
            catalogue
                .procedure(procedure)
                .map(Procedure::name)
                .orElse(new Name(procedure, procedure)),
            catalogue.unit(unit).map(Unit::name).orElse(new Name(unit, unit)),
            choice.ways(payment),
            payments.successor(payment),
            problem,
            request.getParameters().names().stream().anyMatch(it -> !it.equals("lang")),
            Readers.language(request),
            clock.instant());
    return PAGES.page(response, "receipt.jte", Map.of("page", page));
  }

  /** There is no such receipt. */
  HttpResponse<Object> unknown(Language language) {
    return PAGES.page(HttpResponse.notFound(), "no-receipt.jte", Map.of("language", language));
  }
}
