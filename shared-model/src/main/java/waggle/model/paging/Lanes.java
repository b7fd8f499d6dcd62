package waggle.model.paging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The items of one segment as a query read them. A query reads items one after the other, so another transaction may have
 * replaced some of them in between.
 *
 * @param all from the greatest number to the smallest
 */
record Lanes(List<Lane> all) {

    /** @param newestFirst the items of segments */
    static List<Lanes> of(Stream<Lane> newestFirst) {
        var segments = new ArrayList<Lanes>();
        newestFirst.forEach(lane -> {
            if (segments.isEmpty() || !segments.getLast().cut().equals(lane.cut())) {
                segments.add(new Lanes(new ArrayList<>()));
            }
            segments.getLast().all.add(lane);
        });
        return segments;
    }

    private String cut() {
        return all.getFirst().cut();
    }

    Lane first() {
        return all.getLast();
    }

    int count() {
        return all.size();
    }

    /** Whether the items are those of one moment: lane 0 of a closed segment counts for all. */
    boolean isWhole() {
        return first().number() == 0 && (!first().isOpen() || first().lanes() == all.size());
    }

    Segment segment() {
        if (!first().isOpen()) {
            return new Segment(cut(), first().count(), null, first().end());
        }
        var greatest = all.stream()
                .flatMap(lane -> Optional.ofNullable(lane.greatest()).stream())
                .max(Comparator.naturalOrder());
        return new Segment(cut(), all.stream().mapToInt(Lane::count).sum(), greatest.orElseThrow(), null);
    }

    /** The lane that counts a new record. */
    Lane of(UUID uuid) {
        return first().isOpen() ? all.get(Math.floorMod(uuid.getLeastSignificantBits(), all.size())) : first();
    }

    /**
     * A lane that may count out a record: the record's own, or the one with the most records if its own has none.
     *
     * @param taken the records that the same transaction counts out, by the key of the lane
     */
    Lane lowered(UUID uuid, Map<String, Integer> taken) {
        var own = of(uuid);
        return !own.isOpen() || left(own, taken) > 0
                ? own
                : all.stream()
                        .max(Comparator.comparingInt(lane -> left(lane, taken)))
                        .orElse(own);
    }

    private static int left(Lane lane, Map<String, Integer> taken) {
        return lane.count() - taken.getOrDefault(lane.key(), 0);
    }

    /** The lanes beside lane 0. */
    List<Lane> others() {
        return all.subList(0, all.size() - 1);
    }
}
