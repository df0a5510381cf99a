package dev.hoso.local.storage;

import dev.hoso.local.StartupProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * S3 in this JVM, by s3proxy: it checks signatures, checksums and the end of presigned addresses as
 * S3 does. In memory it keeps versions; in a folder it does not.
 */
public final class StorageServer implements AutoCloseable {
  private final S3Proxy server;
  private final WatchedStore store;

  private StorageServer(S3Proxy server, WatchedStore store) {
    this.server = server;
    this.store = store;
  }

  /**
   * Starts on a free port.
   *
   * @param data the folder that keeps the state, made if it is missing; in memory if there is none
   * @throws StartupProblem if it cannot
   */
  public static StorageServer start(Optional<Path> data) {
    Credentials credentials = Credentials.ofThisMachine();
    try {
      WatchedStore store = new WatchedStore(store(data));
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(store)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(
                  AuthenticationType.AWS_V2_OR_V4, credentials.id(), credentials.secret())
              // The SDK sends headers that s3proxy does not know, such as those of encryption.
              .ignoreUnknownHeaders(true)
              .build();
      server.start();
      return new StorageServer(server, store);
    } catch (Exception e) { // That is what s3proxy declares.
      throw new StartupProblem("The stand-in for S3 cannot start: " + e.getMessage(), e);
    }
  }

  private static BlobStore store(Optional<Path> data) throws IOException {
    if (data.isEmpty()) {
      return new TransientNio2BlobStore();
    }
    Path folder = Files.createDirectories(data.get().resolve("buckets"));
    return new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
  }

  /** Tells this of every object that is put from now on, whoever puts it. */
  public void tell(Consumer<StoredObject> listener) {
    store.tell(listener);
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // That is what s3proxy declares.
      throw new IllegalStateException("The stand-in for S3 did not stop", e);
    }
  }
}
