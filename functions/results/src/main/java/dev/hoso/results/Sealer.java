package dev.hoso.results;

import java.time.Instant;
import java.util.List;

/** Makes the document that is issued: checks what is signed, renders and seals the rest. */
public interface Sealer {
  /**
   * Finishes a result. What is wrong with the document is a value; what is wrong with us (a key
   * that cannot be reached, a certificate that is missing) is an exception, and is tried again.
   *
   * @param sent the PDF that was sent, byte for byte; no bytes where the paper is made of fields
   * @param now goes into the signature and the visible block
   */
  Finished finish(Paper paper, byte[] sent, Instant now);

  /** What became of it. */
  sealed interface Finished {
    /**
     * It can be issued.
     *
     * @param document what is handed out
     * @param signer whose certificate it is, as the certificate says: for officers, not for the
     *     public
     */
    record Ready(Document document, String signer, Instant signedAt) implements Finished {}

    /**
     * It must not be issued.
     *
     * @param reasons stable names for programs and a sentence for people; never empty
     */
    record Refused(List<Reason> reasons) implements Finished {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Why a document is refused.
   *
   * @param type stable: {@code not-a-pdf}, {@code no-signature}, {@code changed-after-signing} …
   * @param detail what is wrong and what to do, for an officer, without personal data
   */
  record Reason(String type, String detail) {}
}
