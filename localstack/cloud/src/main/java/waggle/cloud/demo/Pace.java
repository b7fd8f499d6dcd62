package waggle.cloud.demo;

import java.time.Duration;

/** Spaces the requests of all workers evenly, so that they stay below a rate. */
final class Pace {
    private final long interval;
    private long next = System.nanoTime();

    /** @param rate requests a minute */
    Pace(int rate) {
        interval = Duration.ofMinutes(1).toNanos() / rate;
    }

    /** Waits for the turn of the next request. */
    void await() throws InterruptedException {
        hold(Duration.ZERO);
    }

    /** Delays all requests that have no turn yet, and waits for one. */
    void hold(Duration pause) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(turn(pause.toNanos())));
    }

    private synchronized long turn(long pause) {
        var now = System.nanoTime();
        var turn = Math.max(next, now + pause);
        next = turn + interval;
        return turn - now;
    }
}
