package dev.hoso.results.seal;

import dev.hoso.results.Document;
import dev.hoso.results.Paper;
import dev.hoso.results.Sealer;
import dev.hoso.results.seal.check.Flaw;
import dev.hoso.results.seal.check.PdfReader;
import dev.hoso.results.seal.check.RefusedDocument;
import dev.hoso.results.seal.check.SignatureCheck;
import dev.hoso.results.seal.paper.Letterhead;
import dev.hoso.results.seal.paper.SealBlock;
import dev.hoso.results.seal.paper.UnprintableText;
import dev.hoso.results.templates.ResultTemplate;
import dev.hoso.results.templates.ResultTemplates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Checks what departments signed; renders, marks and seals the rest. */
public final class PdfSealer implements Sealer {
  private final Pades pades;
  private final String signer;
  private final SignatureCheck check;
  private final ResultTemplates templates;
  private final URI citizenAddress;

  /**
   * Seals with this key and these certificates.
   *
   * @param citizenAddress of the pages for citizens, without a slash at the end
   */
  public PdfSealer(
      SigningKey key, SealPapers papers, ResultTemplates templates, URI citizenAddress) {
    this.pades = new Pades(key, papers);
    this.signer = papers.chain().getFirst().getSubjectX500Principal().getName();
    this.check = new SignatureCheck(papers.anchors());
    this.templates = templates;
    this.citizenAddress = citizenAddress;
  }

  @Override
  public Finished finish(Paper paper, byte[] sent, Instant now) {
    try {
      return switch (paper.source()) {
        case SIGNED -> checked(sent, now);
        case UNSIGNED -> sealed(paper, unsigned(sent), now);
        case FIELDS -> sealed(paper, rendered(paper), now);
      };
    } catch (RefusedDocument refused) {
      return new Finished.Refused(refused.reasons());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Finished checked(byte[] pdf, Instant now) throws RefusedDocument {
    SignatureCheck.Outcome outcome = check.check(pdf, now);
    return new Finished.Ready(Document.of(pdf), outcome.signer(), outcome.signedAt());
  }

  private static PDDocument unsigned(byte[] pdf) throws IOException, RefusedDocument {
    PDDocument document = PdfReader.open(pdf);
    if (!document.getSignatureFields().isEmpty()) {
      document.close();
      throw new RefusedDocument(Flaw.ALREADY_SIGNED.reason());
    }
    return document;
  }

  private PDDocument rendered(Paper paper) throws IOException, RefusedDocument {
    ResultTemplate template =
        templates
            .of(paper.procedure())
            .orElseThrow(() -> new RefusedDocument(Flaw.NO_TEMPLATE.reason()));
    try {
      return Letterhead.render(paper, template);
    } catch (UnprintableText unprintable) {
      throw new RefusedDocument(
          Flaw.UNPRINTABLE_TEXT.reason("The result", unprintable.characters()));
    }
  }

  private Finished sealed(Paper paper, PDDocument document, Instant now) throws IOException {
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    try (document) {
      SealBlock.of(paper, citizenAddress, now).drawOn(document);
      document.getDocumentInformation().setTitle(paper.title());
      document.getDocumentCatalog().setLanguage("vi");
      document.save(marked);
    }
    byte[] bytes = pades.sign(marked.toByteArray(), paper.number().value(), now);
    return new Finished.Ready(Document.of(bytes), signer, now);
  }
}
