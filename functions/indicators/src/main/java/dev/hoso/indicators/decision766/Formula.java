package dev.hoso.indicators.decision766;

import static dev.hoso.indicators.Measure.ASKED_TWICE;
import static dev.hoso.indicators.Measure.DECIDED;
import static dev.hoso.indicators.Measure.DIGITISED;
import static dev.hoso.indicators.Measure.DONE;
import static dev.hoso.indicators.Measure.EARLY;
import static dev.hoso.indicators.Measure.ELECTRONIC;
import static dev.hoso.indicators.Measure.LATE;
import static dev.hoso.indicators.Measure.ONLINE;
import static dev.hoso.indicators.Measure.ONLINE_COMPLETE;
import static dev.hoso.indicators.Measure.ON_TIME;
import static dev.hoso.indicators.Measure.PAID_ONLINE;
import static dev.hoso.indicators.Measure.PAPER_DUE;
import static dev.hoso.indicators.Measure.RECEIVED;
import static dev.hoso.indicators.Measure.REUSED;
import static dev.hoso.indicators.Measure.SYNCHRONISED;
import static dev.hoso.indicators.Measure.UNPROMISED;
import static dev.hoso.indicators.Measure.WITH_FEE;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a part is measured, after "Mô tả công thức tính chỉ số 766" as public code transcribes it. A
 * share is one sum over another one, or the product of two such; what is entered stands for what
 * Hoso cannot know.
 */
public enum Formula {
  /** Published in time and whole: the national portal knows. */
  TRANSPARENCY("transparency", true),
  /** In time, and papers were not asked for more than once; of what was decided and promised. */
  ON_TIME_SHARE("onTime", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      long good = of.of(EARLY) + of.of(ON_TIME) - of.of(ASKED_TWICE);
      return List.of(Fraction.of("inTime", good, "promised", of.of(DECIDED) - of.of(UNPROMISED)));
    }
  },
  ONLINE_PROCEDURES("onlineProcedures", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(
          Fraction.of(
              "proceduresOnline",
              of.proceduresThat(it -> it.of(ONLINE) > 0),
              "procedures",
              of.proceduresThat(it -> it.of(RECEIVED) > 0)));
    }
  },
  /** Times the share that the national portal has; without its electronic result none counts. */
  ONLINE_DOSSIERS("onlineDossiers", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(
          Fraction.of("onlineComplete", of.of(ONLINE_COMPLETE), "received", of.of(RECEIVED)),
          Fraction.of("synchronised", of.of(SYNCHRONISED), "received", of.of(RECEIVED)));
    }
  },
  PAYMENT_DATA("paymentData", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      long good = of.proceduresThat(it -> it.of(WITH_FEE) > 0 && it.of(SYNCHRONISED) > 0);
      return List.of(
          Fraction.of("proceduresSynchronised", good, "proceduresWithFee", of.proceduresWithFee()));
    }
  },
  PAID_PROCEDURES("paidProcedures", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(
          Fraction.of(
              "proceduresPaidOnline",
              of.proceduresThat(it -> it.of(PAID_ONLINE) > 0),
              "proceduresWithFeeDossiers",
              of.proceduresThat(it -> it.of(WITH_FEE) > 0)));
    }
  },
  PAID_DOSSIERS("paidDossiers", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(Fraction.of("paidOnline", of.of(PAID_ONLINE), "withFee", of.of(WITH_FEE)));
    }
  },
  ELECTRONIC_RESULTS("electronic", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(Fraction.of("electronic", of.of(ELECTRONIC), "paperDue", of.of(PAPER_DUE)));
    }
  },
  DIGITISED_DOSSIERS("digitised", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(Fraction.of("digitised", of.of(DIGITISED), "paperDue", of.of(PAPER_DUE)));
    }
  },
  REUSED_PAPERS("reused", false) {
    @Override
    List<Fraction> fractions(Subject of) {
      return List.of(Fraction.of("reused", of.of(REUSED), "done", of.of(DONE)));
    }
  },
  /** All, without what was late and without complaints: entered is who did not complain. */
  IN_PROCESSING("inProcessing", true) {
    @Override
    Optional<BigDecimal> share(Subject of) {
      Optional<BigDecimal> late = new Ratio(of.of(LATE), of.of(DECIDED)).share();
      return super.share(of).flatMap(content -> late.map(content::subtract)).map(this::least);
    }

    @Override
    Map<String, Long> inputs(Subject of) {
      Map<String, Long> inputs = super.inputs(of);
      inputs.put("late", of.of(LATE));
      inputs.put("decided", of.of(DECIDED));
      return inputs;
    }

    private BigDecimal least(BigDecimal share) {
      return share.max(BigDecimal.ZERO);
    }
  },
  COMPLAINTS_ON_TIME("complaintsOnTime", true),
  COMPLAINTS_SATISFIED("complaintsSatisfied", true);

  /** A sum over another one, with what they are called. */
  record Fraction(String good, String of, Ratio ratio) {
    static Fraction of(String good, long number, String of, long all) {
      return new Fraction(good, of, new Ratio(number, all));
    }
  }

  private final String code;
  private final boolean entered;

  Formula(String code, boolean entered) {
    this.code = code;
    this.entered = entered;
  }

  /** The word in the file and in JSON. */
  public String code() {
    return code;
  }

  /** Whether something of it is entered by hand. */
  public boolean entered() {
    return entered;
  }

  static String[] codes() {
    return Arrays.stream(values()).map(Formula::code).toArray(String[]::new);
  }

  /** The formula of a code that is one. */
  static Formula of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }

  /** What it divides by what. */
  List<Fraction> fractions(Subject of) {
    Ratio ratio = of.entered().get(code);
    return ratio == null ? List.of() : List.of(new Fraction("good", "of", ratio));
  }

  /** The share; empty where nothing is known to have a share of. */
  Optional<BigDecimal> share(Subject of) {
    return fractions(of).stream()
        .map(fraction -> fraction.ratio().share())
        .reduce((one, other) -> one.flatMap(a -> other.map(a::multiply)))
        .flatMap(share -> share);
  }

  /** The numbers that it is made of. */
  Map<String, Long> inputs(Subject of) {
    Map<String, Long> inputs = new TreeMap<>();
    for (Fraction fraction : fractions(of)) {
      inputs.put(fraction.good(), fraction.ratio().good());
      inputs.put(fraction.of(), fraction.ratio().of());
    }
    return inputs;
  }
}
