package waggle.leads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import waggle.leads.Findings.Finding;
import waggle.leads.Findings.Match;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;

/**
 * Records that have something in common with a buyer, each once: those with the domain, then those with the name only.
 *
 * @param isComplete whether these are all records of the company that match
 */
record Matches<T>(Map<Entity<T>, Match> found, boolean isComplete) {

    static <T> Matches<T> none() {
        return new Matches<>(Map.of(), true);
    }

    Matches<T> where(Predicate<T> which) {
        var some = new LinkedHashMap<Entity<T>, Match>();
        found.forEach((record, match) -> {
            if (which.test(record.value())) {
                some.put(record, match);
            }
        });
        return new Matches<>(some, isComplete);
    }

    boolean hasMore() {
        return !isComplete || found.size() > PageRequest.MAXIMUM_SIZE;
    }

    List<Finding> findings(Function<Map.Entry<Entity<T>, Match>, Finding> finding) {
        return found.entrySet().stream()
                .limit(PageRequest.MAXIMUM_SIZE)
                .map(finding)
                .toList();
    }
}
