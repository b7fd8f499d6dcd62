package waggle.bench.figures;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measured times; all figures are in milliseconds. */
public record Times(List<Long> nanos) {
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    public Times {
        nanos = nanos.stream().sorted().toList();
    }

    public double lowest() {
        return nanos.getFirst() / NANOS;
    }

    public double highest() {
        return nanos.getLast() / NANOS;
    }

    public double median() {
        var middle = nanos.size() / 2;
        return nanos.size() % 2 == 1
                ? nanos.get(middle) / NANOS
                : (nanos.get(middle - 1) + nanos.get(middle)) / 2.0 / NANOS;
    }

    /** The percentile: the lowest time that this percentage of all times does not exceed. */
    public double percentile(int percent) {
        return nanos.get(Math.ceilDiv(nanos.size() * percent, 100) - 1) / NANOS;
    }
}
