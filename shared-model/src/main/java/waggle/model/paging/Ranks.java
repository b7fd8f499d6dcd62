package waggle.model.paging;

import java.util.ArrayList;
import java.util.List;

/**
 * The positions at which segments cut a partition's records, counted from the newest.
 *
 * @param cuts from the newest segment to the oldest
 */
public record Ranks(List<Cut> cuts) {

    /**
     * The beginning of a segment.
     *
     * @param key the records at or above it lie in the segment or in a newer one
     * @param rank the number of these records
     */
    record Cut(String key, long rank) {}

    public static Ranks of(List<Segment> newestFirst) {
        var cuts = new ArrayList<Cut>(newestFirst.size());
        var rank = 0L;
        for (var segment : newestFirst) {
            rank += segment.count();
            cuts.add(new Cut(segment.cut(), rank));
        }
        return new Ranks(cuts);
    }

    /** The number of records. */
    public long total() {
        return cuts.isEmpty() ? 0 : cuts.getLast().rank();
    }

    /** The stretches to read for a page, newest first: none past the end, two if a cut lies within the page. */
    public List<Stretch> stretches(PageRequest request) {
        var from = Math.min(request.offset(), total());
        var to = Math.min(from + request.size(), total());
        if (from == to) {
            return List.of();
        }
        return cuts.stream()
                .filter(cut -> from < cut.rank() && cut.rank() < to)
                .findFirst()
                .map(cut -> List.of(
                        Stretch.up(cut.key(), 0, cut.rank() - from), Stretch.down(cut.key(), 0, to - cut.rank())))
                .orElseGet(() -> List.of(within(from, to)));
    }

    /** Down from the nearest cut above the page, or up from the nearest cut below it. */
    private Stretch within(long from, long to) {
        var above = cuts.stream().filter(cut -> cut.rank() <= from).reduce((newer, older) -> older);
        var below = cuts.stream().filter(cut -> cut.rank() >= to).findFirst().orElseThrow();
        var skippedAbove = from - above.map(Cut::rank).orElse(0L);
        var skippedBelow = below.rank() - to;
        return skippedAbove <= skippedBelow
                ? Stretch.down(above.map(Cut::key).orElse(null), skippedAbove, to - from)
                : Stretch.up(below.key(), skippedBelow, to - from);
    }
}
