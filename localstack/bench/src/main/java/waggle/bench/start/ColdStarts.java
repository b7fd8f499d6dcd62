package waggle.bench.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.bench.figures.Times;

/** Times from the start of a process to its first reply. */
final class ColdStarts {
    /** Enough rounds for a median that one disturbance does not move. */
    static final int ROUNDS = 9;

    private ColdStarts() {}

    /** Starts each function in turn, so that a disturbance affects all equally. The first round is not counted. */
    static Map<Variant, Times> measure(List<Candidate> candidates) {
        candidates.forEach(ColdStarts::start);
        var times = new LinkedHashMap<Variant, List<Long>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var candidate : candidates) {
                times.computeIfAbsent(candidate.variant(), variant -> new ArrayList<>())
                        .add(start(candidate));
            }
        }
        var results = new LinkedHashMap<Variant, Times>();
        times.forEach((variant, nanos) -> results.put(variant, new Times(nanos)));
        return results;
    }

    private static long start(Candidate candidate) {
        try (var lambda = candidate.start()) {
            return candidate.time(lambda);
        }
    }
}
