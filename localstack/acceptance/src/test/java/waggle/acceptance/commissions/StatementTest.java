package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;

/** The pages of a statement ({@code docs/api.md}, "Payments"). */
@SharedCompany
final class StatementTest {
    private static final int LINES = 8;

    private final Api api = Target.api();
    private String partner = "";

    /** Eight lines in two currencies. */
    @BeforeEach
    void pay() {
        partner = uuid(Partners.create(api, Partners.partner(Tags.label())));
        for (var value : List.of("10", "20.5", "30")) {
            var payment = spiff("EUR", value);
            for (var status : List.of("approved", "processing", "completed")) {
                if (!value.equals("30")) {
                    api.patch("/payments/" + payment, json("{'status':'" + status + "'}"))
                            .expect(200);
                }
            }
        }
        spiff("USD", "1");
        spiff("USD", "2");
        spiff("USD", "4");
        Lists.awaitCount(api, "/partners/" + partner + "/payments?status=completed", 2);
        Lists.awaitCount(api, "/partners/" + partner + "/payments?currency_code=USD", 3);
    }

    @Test
    void pages_ofAnySize_haveAllLines_andChainTheirBalances() {
        var whole = page("");
        assertThat(whole.path("meta"))
                .hasToString("{\"record-count\":8,\"page-count\":1,\"page\":1,\"page-size\":1000}");
        for (var size = 1; size <= LINES + 1; size++) {
            var lines = new ArrayList<JsonNode>();
            var balances = new HashMap<String, BigDecimal>();
            for (var page = 1; page <= Math.ceilDiv(LINES, size); page++) {
                var read = page("&pageSize=" + size + "&page=" + page);
                for (var account : read.path("data")) {
                    var currency = account.path("currency_code").asText();
                    var opening = decimal(account, "opening_balance");
                    assertThat(opening).isEqualByComparingTo(balances.getOrDefault(currency, BigDecimal.ZERO));
                    var closing = account.path("lines")
                            .valueStream()
                            .map(line -> decimal(line, "value"))
                            .reduce(opening, BigDecimal::add);
                    assertThat(decimal(account, "closing_balance")).isEqualByComparingTo(closing);
                    balances.put(currency, closing);
                    account.path("lines").forEach(lines::add);
                }
                assertThat(read.path("meta"))
                        .hasToString("{\"record-count\":8,\"page-count\":%d,\"page\":%d,\"page-size\":%d}"
                                .formatted(Math.ceilDiv(LINES, size), page, size));
            }
            assertThat(lines)
                    .isEqualTo(whole.path("data")
                            .valueStream()
                            .flatMap(account -> account.path("lines").valueStream())
                            .toList());
            assertThat(balances.get("EUR")).isEqualByComparingTo("30");
            assertThat(balances.get("USD")).isEqualByComparingTo("7");
        }
    }

    @Test
    void page_pastTheEnd_isEmpty_andThatOfADayWithoutLinesHasTheBalances() {
        assertThat(page("&page=2").path("data")).isEmpty();
        assertThat(page("&page=9007199254740991").path("data")).isEmpty();
        api.get(path(LocalDate.now(ZoneOffset.UTC)) + "&page=0&pageSize=1001").expectFaults("page", "pageSize");

        var later = api.get(path(LocalDate.now(ZoneOffset.UTC).plusDays(2)))
                .expect(200)
                .json();

        assertThat(later.path("data").valueStream().map(account -> account.path("closing_balance")
                        .asText()))
                .containsExactly("30", "7");
        assertThat(later.at("/meta/page-count").asInt()).isZero();
    }

    private JsonNode page(String query) {
        return api.get(path(LocalDate.now(ZoneOffset.UTC).minusDays(1)) + query)
                .expect(200)
                .json();
    }

    private String path(LocalDate from) {
        return "/partners/%s/statement?from=%s&to=%s".formatted(partner, from, from.plusDays(3));
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        return json.path(field).decimalValue();
    }

    private String spiff(String currency, String value) {
        return uuid(api.post(
                        "/payments",
                        json(("{'recipient_type':'partner','recipient_uuid':'%s','category':'spiff',"
                                        + "'payment_value':%s,'currency_code':'%s'}")
                                .formatted(partner, value, currency)))
                .expect(201)
                .json());
    }
}
