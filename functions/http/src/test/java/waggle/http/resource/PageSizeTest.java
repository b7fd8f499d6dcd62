package waggle.http.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.json.Json;
import waggle.model.paging.Page;
import waggle.model.paging.PageRequest;

class PageSizeTest {
    private static final Object LARGE = Map.of("text", "x".repeat(120 * 1024));

    @Test
    void require_fiftyRecordsOf120KiB_namesThePageSizeThatFits() {
        assertRefused(page(Collections.nCopies(50, LARGE)), "The page is larger than 5 MiB; use pageSize=42 or less");
    }

    @Test
    void require_theNamedPageSize_fits() {
        var page = page(Collections.nCopies(42, LARGE));

        assertThat(PageSize.require(page)).isSameAs(page);
        assertThat(Json.write(Json.write(page))).hasSizeLessThan(6 * 1024 * 1024);
    }

    /** Quotation marks take four bytes of the proxy reply: escaped in the record, and again in its text. */
    @Test
    void require_recordsOfQuotationMarks_countsThemAsTheyAreReturned() {
        var quotes = Map.of("text", "\"".repeat(60 * 1024));

        assertRefused(page(Collections.nCopies(50, quotes)), "The page is larger than 5 MiB; use pageSize=25 or less");
        assertThat(Json.write(Json.write(page(Collections.nCopies(25, quotes)))))
                .hasSizeLessThan(6 * 1024 * 1024);
    }

    @Test
    void room_takesWhatFits_andGoesOnWithSmallerOnes() {
        var room = new PageSize.Room();

        assertThat(Collections.nCopies(42, LARGE))
                .allSatisfy(value -> assertThat(room.takes(value)).isTrue());
        assertThat(room.takes(LARGE)).isFalse();
        assertThat(room.takes(Map.of("text", "x"))).isTrue();
    }

    private static Page<Object> page(List<Object> records) {
        return new Page<>(records, Page.Meta.of(records.size(), new PageRequest(1, 50)));
    }

    private static void assertRefused(Page<?> page, String message) {
        assertThatThrownBy(() -> PageSize.require(page)).isInstanceOfSatisfying(WaggleException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.RESPONSE_TOO_LARGE);
            assertThat(refusal).hasMessage(message);
        });
    }
}
