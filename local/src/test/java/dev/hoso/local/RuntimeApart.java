package dev.hoso.local;

import dev.hoso.samples.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A runtime in a process of its own, to be killed; it writes down what its function took. */
final class RuntimeApart {
  private RuntimeApart() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.of(Path.of(arguments[0])).withData(Path.of(arguments[1]));
    Path taken = Files.createFile(Path.of(arguments[2]));
    LocalRuntime runtime = LocalRuntime.start(options);
    System.out.println(runtime.address());
    int noted = 0;
    while (true) {
      List<String> all = Seen.all("Take");
      Files.write(taken, all.subList(noted, all.size()), StandardOpenOption.APPEND);
      noted = all.size();
      Thread.sleep(5);
    }
  }
}
