package waggle.http.resource;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.boards.BoardGroup;
import waggle.model.json.Json;
import waggle.model.paging.Page;

/** Refuses pages that are too large to return (docs/api.md, "Sizes"). */
final class PageSize {
    /**
     * The proxy reply has the body as a text of JSON, in which each quotation mark and backslash takes two bytes. Lambda
     * returns at most 6 MB with it (AWS Lambda Developer Guide, "Lambda quotas"); the rest is for the headers.
     */
    private static final int ESCAPED_BYTES = 6 * 1024 * 1024 - 32 * 1024;

    /** Every page of so many records fits: an event has two records, and each byte may take two in the proxy reply. */
    static final int ALWAYS_FIT = ESCAPED_BYTES / (2 * 2 * (Limits.RECORD_BYTES + 1024));

    /** The brackets and {@code meta} of a page. */
    private static final Size REST = new Size(300, 400);

    /** The stages or tiers and the sums of a board: some hundred texts of at most a hundred characters. */
    private static final Size REST_OF_BOARD = new Size(48 * 1024, 64 * 1024);

    private PageSize() {}

    /** @throws WaggleException with the largest {@code pageSize} of which any records of the page fit */
    static Page<?> require(Page<?> page) {
        var largestFirst = page.data().stream()
                .map(Size::of)
                .sorted(Comparator.comparingLong(Size::escaped).reversed())
                .toList();
        if (!fits(largestFirst, REST)) {
            var most = largestFirst.size();
            do {
                most--;
            } while (!fits(largestFirst.subList(0, most), REST));
            throw tooLarge("page", most);
        }
        return page;
    }

    /** @throws WaggleException with the largest {@code pageSize} of which the groups of a board fit */
    static <T> void require(List<BoardGroup<T>> groups) {
        var sizes = groups.stream()
                .map(group -> group.data().stream().map(Size::of).toList())
                .toList();
        var largest = sizes.stream().mapToInt(List::size).max().orElse(0);
        var most = largest;
        while (!fits(firstOfEach(sizes, most), REST_OF_BOARD)) {
            most--;
        }
        if (most < largest) {
            throw tooLarge("board", most);
        }
    }

    private static List<Size> firstOfEach(List<List<Size>> groups, int most) {
        return groups.stream().flatMap(group -> group.stream().limit(most)).toList();
    }

    private static WaggleException tooLarge(String what, int most) {
        return new WaggleException(
                ErrorCode.RESPONSE_TOO_LARGE,
                "The %s is larger than %d MiB; use pageSize=%d or less"
                        .formatted(what, Limits.PAGE_BYTES / 1024 / 1024, most));
    }

    private static boolean fits(List<Size> records, Size rest) {
        return records.stream().reduce(rest, Size::and).fits();
    }

    /** What still fits a reply whose parts are made one after the other. */
    static final class Room {
        private Size taken = REST;

        /** Whether a value fits. If it does, the others have less room. */
        boolean takes(Object json) {
            var more = taken.and(Size.of(json));
            if (more.fits()) {
                taken = more;
            }
            return more.fits();
        }
    }

    /** Bytes of a JSON text, and of the same text within another. */
    private record Size(long plain, long escaped) {
        static Size of(Object json) {
            var bytes = Json.write(json).getBytes(StandardCharsets.UTF_8);
            var doubled = 0;
            for (var next : bytes) {
                if (next == '"' || next == '\\') {
                    doubled++;
                }
            }
            // With the comma behind it.
            return new Size(bytes.length + 1L, bytes.length + doubled + 1L);
        }

        boolean fits() {
            return plain <= Limits.PAGE_BYTES && escaped <= ESCAPED_BYTES;
        }

        Size and(Size other) {
            return new Size(plain + other.plain, escaped + other.escaped);
        }
    }
}
