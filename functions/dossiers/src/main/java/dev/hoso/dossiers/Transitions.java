package dev.hoso.dossiers;

import static dev.hoso.core.DossierStatus.DONE;
import static dev.hoso.core.DossierStatus.FEE_DUE;
import static dev.hoso.core.DossierStatus.PROCESSING;
import static dev.hoso.core.DossierStatus.RECEIVED;
import static dev.hoso.core.DossierStatus.REFUSED;
import static dev.hoso.core.DossierStatus.REGISTERED;
import static dev.hoso.core.DossierStatus.RETURNED;
import static dev.hoso.core.DossierStatus.STOPPED;
import static dev.hoso.core.DossierStatus.SUPPLEMENT_ASKED;
import static dev.hoso.core.DossierStatus.WITHDRAWN;

import dev.hoso.core.DossierStatus;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which status may follow which. The national portal fixes the ten codes but no order of them; this
 * one follows from what the codes mean.
 *
 * <ul>
 *   <li>1: nothing is decided. Papers (phiếu yêu cầu bổ sung) or a fee can be asked for before the
 *       dossier is received. What was not received cannot be processed.
 *   <li>2: accepted is accepted: what turns out not to be possible is stopped (8), not refused (3).
 *       A simple case is done at once (9).
 *   <li>5 and 6: the citizen acts, then the work goes on where it was, or ends. With the last fee
 *       paid the work can be over (9). No result leaves while papers are missing.
 *   <li>8: stopping is an officer's decision and can be taken back; withdrawing is the citizen's,
 *       who files anew.
 *   <li>9: the result can be found wrong before it is handed out, then work starts again. Result
 *       issued is 9, then 10; nothing goes straight to 10.
 *   <li>3, 7 and 10 are ends.
 * </ul>
 */
public final class Transitions {
  private Transitions() {}

  /** The statuses that may follow; empty after an end. */
  public static Set<DossierStatus> after(DossierStatus status) {
    return switch (status) {
      case REGISTERED -> EnumSet.of(RECEIVED, REFUSED, SUPPLEMENT_ASKED, FEE_DUE, WITHDRAWN);
      case RECEIVED -> EnumSet.of(PROCESSING, SUPPLEMENT_ASKED, FEE_DUE, WITHDRAWN, STOPPED, DONE);
      case PROCESSING -> EnumSet.of(SUPPLEMENT_ASKED, FEE_DUE, WITHDRAWN, STOPPED, DONE);
      case SUPPLEMENT_ASKED -> EnumSet.of(RECEIVED, PROCESSING, FEE_DUE, WITHDRAWN, STOPPED);
      case FEE_DUE -> EnumSet.of(RECEIVED, PROCESSING, SUPPLEMENT_ASKED, WITHDRAWN, STOPPED, DONE);
      case STOPPED -> EnumSet.of(PROCESSING);
      case DONE -> EnumSet.of(PROCESSING, RETURNED);
      case REFUSED, WITHDRAWN, RETURNED -> EnumSet.noneOf(DossierStatus.class);
    };
  }

  /** Whether the second may follow the first; a status does not follow itself. */
  public static boolean allowed(DossierStatus from, DossierStatus to) {
    return after(from).contains(to);
  }

  /** Where a dossier goes on once its fee is paid: it is not processed before it was received. */
  static DossierStatus resumedFrom(DossierStatus before) {
    return (before == REGISTERED || before == RECEIVED) ? RECEIVED : PROCESSING;
  }

  /** Whether a dossier in this status has been received, so that its clock runs. */
  public static boolean received(DossierStatus status) {
    return switch (status) {
      case RECEIVED, PROCESSING, STOPPED, DONE, RETURNED -> true;
      case REGISTERED, REFUSED, SUPPLEMENT_ASKED, FEE_DUE, WITHDRAWN -> false;
    };
  }
}
