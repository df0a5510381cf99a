import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local and a stand-in of S3, until standard input ends. Prints where they are. */
public final class Servers {
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // DynamoDB Local greets.
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"})
        .start();
    S3Proxy storage =
        S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "test", "test")
            .ignoreUnknownHeaders(true)
            .build();
    storage.start();
    out.println("http://localhost:" + port + " http://localhost:" + storage.getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }
}
