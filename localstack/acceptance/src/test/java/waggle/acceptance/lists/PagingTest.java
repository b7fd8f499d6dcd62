package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

@SharedCompany
final class PagingTest {
    private final Api api = Target.api();

    @Test
    void list_ofNothing_isAnEmptyPage() {
        var list = Target.tenant().api().get("/tags").expect(200).json();

        assertThat(list.fieldNames()).toIterable().containsExactly("data", "meta");
        assertThat(list.path("data").isArray()).isTrue();
        assertThat(list.path("data")).isEmpty();
        assertThat(list.path("meta")).hasToString(meta(0, 0, 1, 10));
    }

    @Test
    void list_isNewestFirst_andShowsAWriteAtOnce() {
        var created = create(3);

        assertThat(labels(list("?pageSize=3"))).isEqualTo(created.reversed());
    }

    @Test
    void pages_together_areAllRecordsOnce() {
        var tenant = Target.tenant().api();
        var created = IntStream.range(0, 23)
                .mapToObj(i -> Tags.create(tenant).path("label").asText())
                .toList();

        var pages = IntStream.rangeClosed(1, 4)
                .mapToObj(page ->
                        tenant.get("/tags?pageSize=7&page=" + page).expect(200).json())
                .toList();

        assertThat(pages).extracting(page -> page.path("data").size()).containsExactly(7, 7, 7, 2);
        assertThat(pages.stream().flatMap(page -> labels(page).stream())).containsExactlyElementsOf(created.reversed());
        assertThat(pages)
                .extracting(page -> page.path("meta").toString())
                .containsExactly(meta(23, 4, 1, 7), meta(23, 4, 2, 7), meta(23, 4, 3, 7), meta(23, 4, 4, 7));
    }

    @Test
    void list_withoutParameters_isTheFirstTen() {
        create(11);

        var list = list("");

        assertThat(list.path("data")).hasSize(10);
        assertThat(list.at("/meta/page").asInt()).isEqualTo(1);
        assertThat(list.at("/meta/page-size").asInt()).isEqualTo(10);
        assertThat(list).isEqualTo(list("?page=1&pageSize=10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000", "2147483648", "9007199254740991"})
    void page_pastTheEnd_isEmpty(String page) {
        create(1);

        var list = list("?page=" + page);

        assertThat(list.path("data")).isEmpty();
        assertThat(list.at("/meta/record-count").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void pageSize_fromOneToFifty_isTaken(int size) {
        assertThat(list("?pageSize=" + size).at("/meta/page-size").asInt()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    page=0                 | page
                    page=-1                | page
                    page=+1                | page
                    page=abc               | page
                    page=1.5               | page
                    page=1e3               | page
                    page=0x1               | page
                    page=١                 | page
                    page=%201              | page
                    page=                  | page
                    page                   | page
                    page=1&page=2          | page
                    page=9007199254740992  | page
                    page=99999999999999999999 | page
                    page=1&page=1          | page
                    pageSize=0             | pageSize
                    pageSize=51            | pageSize
                    pageSize=-1            | pageSize
                    pageSize=ten           | pageSize
                    pageSize=99999999999999999999999999 | pageSize
                    pageSize=              | pageSize
                    pageSize=5&pageSize=6  | pageSize
                    page_size=5            | page_size
                    Page=1                 | Page
                    nonsense=1             | nonsense
                    label=Gold             | label
                    """)
    void parameter_thatIsUnknownOrOutOfBounds_isNamed(String query, String parameter) {
        var encoded = query.replace("١", "%D9%A1");

        api.get("/tags?" + encoded).expectFaults(parameter);
    }

    @Test
    void parameters_withManyFaults_areAllNamed() {
        api.get("/tags?page=0&pageSize=51&nonsense=1&more=").expectFaults("page", "pageSize", "nonsense", "more");
    }

    private List<String> create(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Tags.create(api).path("label").asText())
                .toList();
    }

    private JsonNode list(String query) {
        return api.get("/tags" + query).expect(200).json();
    }

    private static String meta(int records, int pages, int page, int size) {
        return Tags.empty()
                .put("record-count", records)
                .put("page-count", pages)
                .put("page", page)
                .put("page-size", size)
                .toString();
    }

    private static List<String> labels(JsonNode list) {
        return list.path("data")
                .valueStream()
                .map(tag -> tag.path("label").asText())
                .toList();
    }
}
