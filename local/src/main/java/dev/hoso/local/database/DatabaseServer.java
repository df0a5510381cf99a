package dev.hoso.local.database;

import dev.hoso.local.StartupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in this JVM. */
public final class DatabaseServer implements AutoCloseable {
  private final DynamoDBProxyServer server;
  private final int port;

  private DatabaseServer(DynamoDBProxyServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts on a free port.
   *
   * @param folder where the data is kept, made if it is missing; in memory if there is none
   * @throws StartupProblem if it cannot
   */
  public static DatabaseServer start(Optional<Path> folder) {
    try {
      int port = freePort();
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      String path = folder.map(one -> one.toAbsolutePath().toString()).orElse(null);
      // Its own command line would print its settings and could send telemetry. One database for
      // all, whatever credentials and region a client has, as a person expects.
      LocalDynamoDBRequestHandler requests =
          new LocalDynamoDBRequestHandler(0, folder.isEmpty(), path, true, false);
      DynamoDBProxyServer server =
          new DynamoDBProxyServer(port, new LocalDynamoDBServerHandler(requests, null));
      server.start();
      return new DatabaseServer(server, port);
    } catch (Exception e) { // That is what DynamoDB Local declares.
      throw new StartupProblem("DynamoDB Local cannot start: " + e.getMessage(), e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) { // That is what DynamoDB Local declares.
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    }
  }
}
