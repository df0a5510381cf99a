package dev.hoso.results.seal.check;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;

/** One signature as EU DSS found it. */
record FoundSignature(PAdESSignature signature, SignatureWrapper data) {
  String id() {
    return signature.getId();
  }

  /**
   * When it says that it was made: inside the signature (as {@code adbe.pkcs7.detached} has it),
   * else in its dictionary (as PAdES has it); both are signed.
   */
  Optional<Instant> signedAt() {
    return inside().or(() -> Optional.ofNullable(signature.getSigningTime())).map(Date::toInstant);
  }

  /** The certificates from the signer's up to the trust anchor, without the anchor. */
  List<CertificateWrapper> chain() {
    return Stream.concat(
            Stream.ofNullable(data.getSigningCertificate()), data.getCertificateChain().stream())
        .distinct()
        .filter(certificate -> !certificate.isTrusted())
        .toList();
  }

  /** Whose certificate it is: the name, else the organisation, else the whole subject. */
  String signer() {
    CertificateWrapper certificate = data.getSigningCertificate();
    return Stream.of(
            certificate.getCommonName(),
            certificate.getOrganizationName(),
            certificate.getCertificateDN())
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse("");
  }

  private Optional<Date> inside() {
    AttributeTable attributes = signature.getSignerInformation().getSignedAttributes();
    Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
    return time == null || time.getAttrValues().size() == 0
        ? Optional.empty()
        : Optional.of(Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate());
  }
}
