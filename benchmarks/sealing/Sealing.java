import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import dev.hoso.results.Paper;
import dev.hoso.results.Sealer.Finished;
import dev.hoso.results.Source;
import dev.hoso.results.seal.PdfSealer;
import dev.hoso.results.seal.SealPapers;
import dev.hoso.results.templates.ResultTemplates;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * How long sealing and checking take, warm, with a key in this JVM in KMS's place (a call of KMS
 * comes on top), and in how little memory a large document is checked: run it with the heap to try.
 */
public final class Sealing {
  private static final Instant NOW = Instant.now();

  public static void main(String[] arguments) throws Exception {
    KeyPair root = key(2048);
    KeyPair seal = key(3072);
    X509Certificate authority = certificate("CN=Root", root, "CN=Root", root, true);
    X509Certificate leaf = certificate("CN=Root", root, "CN=Seal", seal, false);
    PdfSealer sealer =
        new PdfSealer(
            message -> sign(seal, message),
            new SealPapers(List.of(leaf, authority), List.of(authority)),
            ResultTemplates.load(null),
            URI.create("https://hoso.example.gov.vn"));
    byte[] twoPages = pdf(2, 0);
    Map<String, String> fields =
        Map.of(
            "requester", "Nguyễn Thị Hoa", "event", "Khai sinh", "fullName", "Nguyễn Thị Hoa",
            "birthDate", "02/9/1990", "sex", "Nữ", "nationality", "Việt Nam",
            "register", "Sổ số 12/1990", "registered", "10/9/1990");
    byte[] signed = finished(sealer, Source.UNSIGNED, Map.of(), twoPages);
    report("seal two pages", () -> finished(sealer, Source.UNSIGNED, Map.of(), twoPages));
    report("render and seal fields", () -> finished(sealer, Source.FIELDS, fields, new byte[0]));
    report("check two pages", () -> finished(sealer, Source.SIGNED, Map.of(), signed));
    byte[] large = finished(sealer, Source.UNSIGNED, Map.of(), pdf(2, 20 << 20));
    long start = System.nanoTime();
    finished(sealer, Source.SIGNED, Map.of(), large);
    System.out.printf(
        "check %d MB once: %d ms, with a heap of %d MB%n",
        large.length >> 20,
        (System.nanoTime() - start) / 1_000_000,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void report(String what, Supplier<byte[]> work) {
    long[] millis = new long[60];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      work.get();
      millis[i] = (System.nanoTime() - start) / 1_000_000;
    }
    System.out.printf("%s: first %d ms", what, millis[0]);
    long[] warm = Arrays.copyOfRange(millis, 20, millis.length);
    Arrays.sort(warm);
    System.out.printf(
        ", warm median %d ms, longest %d ms%n", warm[warm.length / 2], warm[warm.length - 1]);
  }

  private static byte[] finished(
      PdfSealer sealer, Source source, Map<String, String> fields, byte[] sent) {
    ResultNumber number = new ResultNumber(new DossierCode("H26.15-261123-0042"), 1);
    Paper paper =
        new Paper(number, ResultId.random(), source, "Phường Ba Đình", "Trích lục", "2.000635", fields);
    Finished finished = sealer.finish(paper, sent, NOW);
    if (finished instanceof Finished.Ready ready) {
      return ready.document().bytes();
    }
    throw new IllegalStateException(finished.toString());
  }

  private static byte[] pdf(int pages, int more) throws Exception {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      if (more > 0) {
        byte[] noise = new byte[more];
        new Random(7).nextBytes(noise);
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createRawOutputStream()) {
          out.write(noise);
        }
        document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static KeyPair key(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static byte[] sign(KeyPair key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(
      String issuer, KeyPair by, String subject, KeyPair key, boolean authority) throws Exception {
    int usage =
        authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(authority ? 1 : 2),
                    Date.from(NOW.minusSeconds(86_400)),
                    Date.from(NOW.plusSeconds(86_400)),
                    new X500Name(subject),
                    key.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate())));
  }
}
