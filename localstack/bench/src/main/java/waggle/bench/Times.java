package waggle.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measured times; all figures are in milliseconds. */
record Times(List<Long> nanos) {
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    Times {
        nanos = nanos.stream().sorted().toList();
    }

    double lowest() {
        return nanos.getFirst() / NANOS;
    }

    double highest() {
        return nanos.getLast() / NANOS;
    }

    double median() {
        var middle = nanos.size() / 2;
        return nanos.size() % 2 == 1
                ? nanos.get(middle) / NANOS
                : (nanos.get(middle - 1) + nanos.get(middle)) / 2.0 / NANOS;
    }

    /** The percentile: the lowest time that this percentage of all times does not exceed. */
    double percentile(int percent) {
        return nanos.get(Math.ceilDiv(nanos.size() * percent, 100) - 1) / NANOS;
    }
}
