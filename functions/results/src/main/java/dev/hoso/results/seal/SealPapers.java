package dev.hoso.results.seal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that an operator puts beside the key.
 *
 * @param chain the organisation's certificate first, then those of its authorities
 * @param anchors what the chains of signed results must lead to
 */
public record SealPapers(List<X509Certificate> chain, List<X509Certificate> anchors) {
  public SealPapers {
    chain = List.copyOf(chain);
    anchors = List.copyOf(anchors);
  }

  /**
   * Reads them.
   *
   * @param seal {@code settings/seal.pem}
   * @param trust {@code settings/trust.pem}
   * @throws IllegalStateException naming the file that holds no certificate
   */
  public static SealPapers of(String seal, String trust) {
    return new SealPapers(
        certificates("settings/seal.pem", seal), certificates("settings/trust.pem", trust));
  }

  private static List<X509Certificate> certificates(String file, String pem) {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException(file + " holds no certificate");
      }
      return found;
    } catch (CertificateException unreadable) {
      throw new IllegalStateException(file + " cannot be read as certificates", unreadable);
    }
  }
}
