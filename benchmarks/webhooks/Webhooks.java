package dev.hoso.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.Gateways;
import dev.hoso.payments.gateways.Reading;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One webhook that tells of money, at each gateway, and the bare HMAC of the same bytes. Every call
 * is timed and the median counts, so that what else runs on the machine is left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 4, time = 1)
public class Webhooks {
  private static final byte[] SECRET = "a-secret-of-32-bytes-as-many-are".getBytes(UTF_8);

  @Param({"vnpay", "momo", "zalopay", "payos", "sepay", "stripe", "govukpay", "standard", "dvcqg"})
  private String gateway;

  private Gateway hears;
  private HttpRequest request;
  private Instant now;
  private String algorithm;
  private Mac ready;
  private byte[] received;

  @Setup
  public void aCall() throws GeneralSecurityException {
    Vectors vector =
        Vectors.of(gateway).filter(it -> it.tagged("happy")).findFirst().orElseThrow();
    now = Instant.ofEpochSecond(Objects.requireNonNullElse(vector.now(), 1_795_419_010L));
    hears =
        new Gateways(
                new GatewaySettings(Settings.of(vector.settings()), InstantSource.fixed(now)))
            .find(gateway)
            .orElseThrow();
    Door.Call call = vector.call();
    request =
        new HttpRequest(
            new HttpRequest.RequestContext(new HttpRequest.Http(call.method(), "203.0.113.7")),
            "/webhooks/" + gateway,
            call.query(),
            call.headers(),
            null,
            Map.of("gateway", gateway),
            call.body(),
            false);
    algorithm = gateway.equals("vnpay") ? "HmacSHA512" : "HmacSHA256";
    ready = keyed();
    received = (call.body() == null ? call.query() : call.body()).getBytes(UTF_8);
    if (!(hears.read(request, now) instanceof Reading.Proven)) {
      throw new IllegalStateException("The call of " + gateway + " is not proven");
    }
  }

  /** What no verification does without, as a library offers it: from secret and bytes. */
  @Benchmark
  public byte[] hmac() throws GeneralSecurityException {
    return keyed().doFinal(received);
  }

  /** The same with a key that is ready: there is no barer one. */
  @Benchmark
  public byte[] hmacKeyReady() {
    return ready.doFinal(received);
  }

  /** Verification and decision: what the call proves. */
  @Benchmark
  public Reading judged() {
    return hears.read(request, now);
  }

  /** The same, and the write that it leads to, as far as it is ours. */
  @Benchmark
  public Update written() {
    Confirmation proven = ((Reading.Proven) hears.read(request, now)).confirmation();
    return proven.applyTo(Update.of(Payment.key(gateway, proven.said().reference())));
  }

  private Mac keyed() throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(SECRET, algorithm));
    return mac;
  }
}
