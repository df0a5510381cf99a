package dev.hoso.results.seal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Somebody who can sign: a key, its certificate first, and those that issued it. */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  /** The certificate of the key. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** The chain as {@code settings/seal.pem} has it. */
  public String pem() {
    return pem(chain);
  }

  /** Certificates in PEM, one after the other. */
  public static String pem(List<X509Certificate> certificates) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (X509Certificate certificate : certificates) {
        writer.writeObject(certificate);
      }
    } catch (IOException ofMemory) {
      throw new UncheckedIOException(ofMemory);
    }
    return text.toString();
  }

  /** A new RSA key. */
  public static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
