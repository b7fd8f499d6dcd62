package waggle.http.resource;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.WaggleException;
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

    private PageSize() {}

    /** @throws WaggleException with the largest {@code pageSize} of which any records of the page fit */
    static Page<?> require(Page<?> page) {
        var largestFirst = page.data().stream()
                .map(Size::of)
                .sorted(Comparator.comparingLong(Size::escaped).reversed())
                .toList();
        if (!fits(largestFirst)) {
            var most = largestFirst.size();
            do {
                most--;
            } while (!fits(largestFirst.subList(0, most)));
            throw new WaggleException(
                    ErrorCode.RESPONSE_TOO_LARGE,
                    "The page is larger than %d MiB; use pageSize=%d or less"
                            .formatted(Limits.PAGE_BYTES / 1024 / 1024, most));
        }
        return page;
    }

    private static boolean fits(List<Size> records) {
        var all = records.stream().reduce(REST, Size::and);
        return all.plain() <= Limits.PAGE_BYTES && all.escaped() <= ESCAPED_BYTES;
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

        Size and(Size other) {
            return new Size(plain + other.plain, escaped + other.escaped);
        }
    }
}
