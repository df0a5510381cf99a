package dev.hoso.local;

/**
 * The process that started this one, where it says {@code -Dhoso.stopWithParent=true}.
 *
 * <p>Maven starts the runtime as a process of its own. Killed hard, it would leave it behind, with
 * the port and the state's folder in its hands, and the next start would find them taken.
 */
final class ParentProcess {
  private ParentProcess() {}

  /** Does this once the parent is gone, and ends the JVM. */
  static void whenGone(Runnable stop) {
    if (Boolean.getBoolean("hoso.stopWithParent")) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> Thread.startVirtualThread(() -> outlived(parent, stop)));
    }
  }

  private static void outlived(ProcessHandle parent, Runnable stop) {
    parent.onExit().join();
    stop.run();
    Runtime.getRuntime().halt(0);
  }
}
