package dev.hoso.portal;

import dev.hoso.core.Log;
import dev.hoso.portal.protocol.Portal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Sends what waits until nothing is due, the time is over, or the portal does not answer. It feels
 * its way: until the portal has answered about one dossier, only one at a time is sent, so that an
 * outage is met by a few calls a minute and leaves the others as they are.
 */
final class Syncing {
  /** Dossiers in a call. */
  private static final int PORTION = 10;

  /** 24 calls of 200 ms with 10 dossiers each leave room to answer more slowly. */
  private static final int AT_ONCE = 24;

  /** One may be hard to answer about; three in a row mean that the portal is not there. */
  private static final int FEELERS = 3;

  private final Backlog backlog;
  private final Claims claims;
  private final Sending sending;
  private final Portal portal;
  private final InstantSource clock;

  Syncing(Backlog backlog, Claims claims, Sending sending, Portal portal, InstantSource clock) {
    this.backlog = backlog;
    this.claims = claims;
    this.sending = sending;
    this.portal = portal;
    this.clock = clock;
  }

  /** Goes on as long as it gets on. */
  void run(BooleanSupplier hasTime) {
    while (portal.callable() && hasTime.getAsBoolean() && new Pass(hasTime).run() > 0) {
      // What waited when the last pass began was tried; what came since is due now.
    }
  }

  /** Once through all that is due. */
  private final class Pass {
    private final Iterator<Backlog.Waiting> due = backlog.due(clock.instant());
    private final BooleanSupplier hasTime;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failuresInARow = new AtomicInteger();

    Pass(BooleanSupplier hasTime) {
      this.hasTime = hasTime;
    }

    /** How many the portal answered about. */
    int run() {
      while (answered.get() == 0 && goesOn() && portion(1)) {
        // One at a time.
      }
      if (answered.get() > 0) {
        fanOut();
      }
      return goesOn() ? answered.get() : 0;
    }

    private void fanOut() {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int n = 0; n < AT_ONCE; n++) {
          threads.execute(
              () -> {
                while (goesOn() && portion(PORTION)) {
                  // The next one.
                }
              });
        }
      }
    }

    private boolean goesOn() {
      return failuresInARow.get() < FEELERS && portal.callable() && hasTime.getAsBoolean();
    }

    /** Sends the next few; false where there are none any more. */
    private boolean portion(int size) {
      List<Backlog.Waiting> next = take(size);
      try {
        List<Claim> claimed = new ArrayList<>();
        next.forEach(
            it -> claims.claim(it.code(), it.key(), clock.instant()).ifPresent(claimed::add));
        // What was tried before goes alone: it may be what the others were not answered for.
        claimed.stream().filter(Claim::doubtful).map(List::of).forEach(this::send);
        send(claimed.stream().filter(it -> !it.doubtful()).toList());
      } catch (RuntimeException e) { // The table's: what was claimed is tried again later.
        failuresInARow.incrementAndGet();
        Log.error("portalPortionFailed", Map.of("size", next.size()), e);
      }
      return !next.isEmpty();
    }

    private void send(List<Claim> claimed) {
      if (claimed.isEmpty()) {
        return;
      }
      int count = sending.send(claimed);
      answered.addAndGet(count);
      if (count == 0) {
        failuresInARow.incrementAndGet();
      } else {
        failuresInARow.set(0);
      }
    }

    private synchronized List<Backlog.Waiting> take(int size) {
      List<Backlog.Waiting> taken = new ArrayList<>();
      while (taken.size() < size && due.hasNext()) {
        taken.add(due.next());
      }
      return taken;
    }
  }
}
