package dev.hoso.results.seal.check;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.List;

/** What EU DSS found out about the signatures of a document. */
final class DssReport {
  private final Reports reports;
  private final List<FoundSignature> signatures;

  DssReport(Reports reports, List<PAdESSignature> signatures) {
    this.reports = reports;
    this.signatures =
        signatures.stream()
            .map(
                signature ->
                    new FoundSignature(signature, data().getSignatureById(signature.getId())))
            .toList();
  }

  /** Those that people made, in the order in which they were made. */
  List<FoundSignature> signatures() {
    return signatures;
  }

  /** How many time stamps lie over the whole document. */
  int timestamps() {
    return data().getTimestampsByType(TimestampType.DOCUMENT_TIMESTAMP).size();
  }

  /**
   * Whether every time stamp, also those inside signatures, is over what it says. Who made it does
   * not matter: nothing is proved by it here.
   */
  boolean timestampsAreIntact() {
    return data().getTimestampList().stream().allMatch(DssReport::isIntact);
  }

  private static boolean isIntact(TimestampWrapper stamp) {
    return stamp.isMessageImprintDataFound()
        && stamp.isMessageImprintDataIntact()
        && (stamp.getSigningCertificate() == null || stamp.isSignatureIntact());
  }

  boolean passed(FoundSignature signature) {
    return simple().getIndication(signature.id()) == Indication.TOTAL_PASSED
        || simple().getIndication(signature.id()) == Indication.PASSED;
  }

  /** Why one did not pass; a name for the archives where there is none. */
  SubIndication why(FoundSignature signature) {
    SubIndication why = simple().getSubIndication(signature.id());
    return why == null ? SubIndication.POLICY_PROCESSING_ERROR : why;
  }

  private SimpleReport simple() {
    return reports.getSimpleReport();
  }

  private DiagnosticData data() {
    return reports.getDiagnosticData();
  }
}
