package dev.hoso.results;

import dev.hoso.core.Crockford;
import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultId;
import dev.hoso.results.bucket.Bucket;
import dev.hoso.results.bucket.Content;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What lies where in the bucket: what was sent under {@code uploads/} until it is sealed or
 * refused, documents under {@code results/}.
 */
public record Documents(Bucket bucket) {
  /** What one document may have: 50 MB. */
  public static final int MOST_BYTES = 52_428_800;

  private static final String PDF = "application/pdf";
  private static final int FIRST_BYTES = 5;
  private static final int UPLOAD_ID_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The name of an upload that nobody guesses, of 16 characters. */
  public static String newUpload() {
    byte[] random = new byte[UPLOAD_ID_BYTES];
    RANDOM.nextBytes(random);
    return Crockford.text(random);
  }

  /** Where an upload for a dossier lies: another dossier's results cannot be made of it. */
  public static String uploadKey(DossierCode dossier, String upload) {
    return uploads(dossier) + upload + ".pdf";
  }

  /** Where what was sent inside the request lies. */
  public static String inlineKey(ResultId result) {
    return "uploads/" + result.value() + ".pdf";
  }

  /** Keeps what was sent inside the request. */
  public String keepInline(ResultId result, byte[] pdf) {
    String key = inlineKey(result);
    bucket.put(key, pdf, PDF);
    return key;
  }

  /** The size of what was sent, in bytes; empty where nothing was. */
  public OptionalLong size(String upload) {
    return bucket.size(upload);
  }

  /** The first bytes of what was sent, by which a PDF is told at a glance. */
  public byte[] start(String upload) {
    return bucket.read(upload, FIRST_BYTES).map(Content::bytes).orElse(new byte[0]);
  }

  /** What was sent; not all of it where it is more than a document may have. */
  public Optional<Content> sent(String upload) {
    return bucket.read(upload, MOST_BYTES);
  }

  /** A document as it was kept. */
  public record Kept(String key, @Nullable String version) {}

  /** Keeps a document. Its key carries its digest: what is under a key never changes. */
  public Kept keep(ResultId result, Document document) {
    String key = documents(result) + document.sha256() + ".pdf";
    return new Kept(key, bucket.put(key, document.bytes(), PDF));
  }

  /**
   * Deletes what is needed no more. All versions: a request that the SDK repeated has left two, and
   * knows of one.
   */
  public void discard(String key) {
    bucket.deleteAll(key, null);
  }

  /** Deletes what a sealing that was cut off has left beside the document. */
  public void discardOthers(ResultId result, String document) {
    bucket.deleteAll(documents(result), document);
  }

  /** Deletes every version of all documents of a result, and of what was sent for it. */
  public void deleteAll(ResultId result) {
    bucket.deleteAll(documents(result), null);
    bucket.deleteAll(inlineKey(result), null);
  }

  /** Deletes every version of all that was uploaded for a dossier. */
  public void deleteUploads(DossierCode dossier) {
    bucket.deleteAll(uploads(dossier), null);
  }

  private static String documents(ResultId result) {
    return "results/" + result.value() + "/";
  }

  private static String uploads(DossierCode dossier) {
    return "uploads/" + dossier.value() + "/";
  }
}
