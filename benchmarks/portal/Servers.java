import dev.hoso.standins.portal.PortalServer;
import dev.hoso.standins.portal.StandInPortal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.time.InstantSource;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local and a slow portal, until standard input ends. Prints where they are. */
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
    StandInPortal portal = new StandInPortal("hoso", "secret", InstantSource.system());
    portal.behave("{\"answer\":\"slow\",\"millis\":" + arguments[0] + "}");
    out.println("http://localhost:" + port + " " + new PortalServer(portal).address());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }
}
