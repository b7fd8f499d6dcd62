package waggle.bench.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waggle.bench.figures.Times;
import waggle.cloud.lambda.LambdaProcess;

/**
 * The times of many requests to one process after its first request.
 *
 * @param first the earliest of them
 * @param last the latest of them
 */
record WarmRun(Times first, Times last) {
    static final int REQUESTS = 3000;
    static final int PART = 500;

    /** Sends one request to each process in turn, so that a disturbance affects all equally. */
    static Map<Variant, WarmRun> measure(List<Candidate> candidates) {
        var processes = new LinkedHashMap<Candidate, LambdaProcess>();
        try {
            candidates.forEach(candidate -> processes.put(candidate, candidate.start()));
            processes.forEach(Candidate::time);
            return runs(processes);
        } finally {
            processes.values().forEach(LambdaProcess::close);
        }
    }

    private static Map<Variant, WarmRun> runs(Map<Candidate, LambdaProcess> processes) {
        var times = new LinkedHashMap<Variant, List<Long>>();
        for (var request = 0; request < REQUESTS; request++) {
            processes.forEach(
                    (candidate, process) -> times.computeIfAbsent(candidate.variant(), variant -> new ArrayList<>())
                            .add(candidate.time(process)));
        }
        var runs = new LinkedHashMap<Variant, WarmRun>();
        times.forEach((variant, nanos) -> runs.put(variant, of(nanos)));
        return runs;
    }

    private static WarmRun of(List<Long> nanos) {
        return new WarmRun(
                new Times(nanos.subList(0, PART)), new Times(nanos.subList(nanos.size() - PART, nanos.size())));
    }
}
