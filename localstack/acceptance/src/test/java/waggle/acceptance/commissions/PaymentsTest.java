package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Partners;

/** Payments made by hand, their moves, and what partners read of them ({@code docs/api.md}, "Payments"). */
final class PaymentsTest {
    private static final Map<String, List<String>> MOVES = Map.of(
            "pending", List.of("approved", "cancelled"),
            "approved", List.of("processing", "cancelled"),
            "processing", List.of("completed", "failed"),
            "failed", List.of("processing", "cancelled"),
            "completed", List.of(),
            "cancelled", List.of());

    /** A way to each state. */
    private static final Map<String, List<String>> WAYS = Map.of(
            "pending", List.of(),
            "approved", List.of("approved"),
            "processing", List.of("approved", "processing"),
            "failed", List.of("approved", "processing", "failed"),
            "completed", List.of("approved", "processing", "completed"),
            "cancelled", List.of("cancelled"));

    private final Api api = Target.tenant().api();
    private final String partner = partner();
    private final String deal = uuid(api.post("/deals", json("{'label':'Ten seats','currency_code':'EUR'}"))
            .expect(201)
            .json());

    @Test
    void status_movesAlongTheTable_andNowhereElse() {
        MOVES.forEach((from, next) -> MOVES.keySet().forEach(to -> {
            var payment = paid(spiff("10"), Objects.requireNonNull(WAYS.get(from)));
            var reply = api.patch(path(payment), json("{'status':'" + to + "'}"));
            if (next.contains(to) || from.equals(to)) {
                assertThat(reply.expect(200).json().path("status").asText()).isEqualTo(to);
            } else {
                assertThat(reply.expectError(409, "conflict").error())
                        .contains(from + " and cannot become " + to)
                        .contains(next.isEmpty() ? "it stays so" : "it can become " + String.join(" or ", next));
            }
        }));
    }

    @Test
    void faults_ofOnePayment_areNamedTogether() {
        api.post("/payments", json("{'category':'commission','payment_value':10}"))
                .expectFaults("category");
        api.post("/payments", json("{'category':'spiff','payment_value':0}")).expectFaults("payment_value");
        api.post("/payments", json("{'category':'spiff','payment_value':-1,'recipient_type':'partner'}"))
                .expectFaults("recipient_uuid", "payment_value");
        api.post("/payments", json("{'category':'spiff','payment_value':10,'status':'completed'}"))
                .expectFaults("status");
        api.post("/payments", json("{'category':'spiff','payment_value':1.5,'currency_code':'JPY'}"))
                .expectFaults("payment_value");
        api.post(
                        "/payments",
                        json("{'category':'spiff','payment_value':1,'recipient_type':'user','recipient_uuid':'"
                                + partner + "'}"))
                .expectFaults("recipient_uuid");
        api.post(
                        "/payments",
                        json("{'category':'spiff','payment_value':1,'currency_code':'USD','deal_uuid':'" + deal + "'}"))
                .expectFaults("currency_code");
    }

    @Test
    void money_canBeChangedUntilItIsPaid() {
        var payment = paid(spiff("10"), List.of("approved"));

        api.patch(path(payment), json("{'payment_value':20.5,'due_date':'2031-01-01'}"))
                .expect(200);
        paid(payment, List.of("processing"));

        assertThat(api.patch(path(payment), json("{'payment_value':30}"))
                        .expectError(409, "conflict")
                        .error())
                .endsWith("is processing; it must be pending or approved");
        api.delete(path(payment)).expectError(409, "conflict");
        api.patch(path(payment), json("{'external_ids':{'netsuite':'PAY-1'}}")).expect(200);
    }

    @Test
    void paymentWithoutRecipient_isProcessedOnceSomeoneIsNamed() {
        var payment = paid(
                api.post("/payments", json("{'category':'spiff','payment_value':5}"))
                        .expect(201)
                        .json(),
                List.of("approved"));
        api.patch(path(payment), json("{'status':'processing'}")).expectError(409, "conflict");
        var contact = uuid(api.post("/contacts", json("{'partner_uuid':'" + partner + "','email':'ada@acme.example'}"))
                .expect(201)
                .json());

        var named = api.patch(path(payment), json("{'recipient_type':'contact','recipient_uuid':'" + contact + "'}"))
                .expect(200)
                .json();

        assertThat(named.path("partner_uuid").asText()).isEqualTo(partner);
        assertThat(named.path("payment_target").asText()).isEqualTo("individual");
        assertThat(api.delete("/contacts/" + contact)
                        .expectError(409, "conflict")
                        .error())
                .endsWith("has 1 open payment");
        assertThat(api.delete("/partners/" + partner)
                        .expectError(409, "conflict")
                        .error())
                .endsWith("has 1 open payment");
        paid(payment, List.of("processing", "completed"));
        api.delete("/partners/" + partner).expect(204);
        assertThat(api.get(path(payment))
                        .expect(200)
                        .json()
                        .path("partner_name")
                        .asText())
                .isEqualTo("Acme");
    }

    @Test
    void deal_sumsItsPayments_andStaysAsLongAsTheyDo() {
        var first = of(deal, "spiff", "100.25");
        of(deal, "adjustment", "-50");

        var read = api.get("/deals/" + deal).expect(200).json();
        assertThat(read.path("payment_count").asInt()).isEqualTo(2);
        assertThat(read.path("total_commission_value")).hasToString("50.25");
        api.patch("/deals/" + deal, json("{'currency_code':'USD'}")).expectError(409, "conflict");
        assertThat(api.delete("/deals/" + deal).expectError(409, "conflict").error())
                .endsWith("has 2 payments");
        Lists.expectTexts(api, "/deals/" + deal + "/payments?category=spiff", "uuid", uuid(first));
        Lists.expectTexts(
                api, "/partners/" + partner + "/payments?sort=payment_value", "category", "adjustment", "spiff");

        Lists.data(api.get("/deals/" + deal + "/payments").expect(200).json())
                .forEach(payment -> paid(payment, List.of("cancelled")));
        api.delete("/deals/" + deal).expect(204);
    }

    @Test
    void balanceAndStatement_addUp() {
        paid(of(deal, "spiff", "100.25"), List.of("approved", "processing", "completed"));
        paid(of(deal, "spiff", "40"), List.of("approved"));
        paid(of(deal, "spiff", "7"), List.of("cancelled"));
        of(deal, "adjustment", "-10.5");
        spiff("3");
        Lists.awaitCount(api, "/partners/" + partner + "/payments?status=cancelled", 1);

        var balance =
                api.get("/partners/" + partner + "/balance").expect(200).json().path("data");
        assertThat(balance.path(0).toString())
                .isEqualTo("{\"currency_code\":\"EUR\",\"open\":29.5,\"approved\":40,\"held\":0,\"paid\":100.25}");
        assertThat(balance.path(1).path("currency_code").asText()).isEqualTo("USD");

        var today = LocalDate.now(ZoneOffset.UTC);
        var statement = api.get(statement(today.minusDays(1), today.plusDays(1)))
                .expect(200)
                .json();
        for (var account : statement.path("data")) {
            var sum = account.path("lines")
                    .valueStream()
                    .map(line -> line.path("value").decimalValue())
                    .reduce(account.path("opening_balance").decimalValue(), BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(account.path("closing_balance").decimalValue());
        }
        var account = statement.path("data").path(0);
        assertThat(account.path("closing_balance")).hasToString("29.5");
        assertThat(account.path("lines").path(0).path("deal_label").asText()).isEqualTo("Ten seats");
        assertThat(account.path("lines").valueStream().map(line -> line.path("movement")
                        .asText()))
                .containsExactlyInAnyOrder("earned", "paid", "earned", "earned");
        assertThat(api.get(statement(today.plusDays(2), today.plusDays(9)))
                        .expect(200)
                        .json()
                        .path("data")
                        .path(0)
                        .path("opening_balance"))
                .hasToString("29.5");
    }

    @Test
    void statement_needsTwoDays_atMost400Apart() {
        var path = "/partners/" + partner + "/statement";
        api.get(path).expectFaults("from", "to");
        api.get(path + "?from=2026-02-30&to=yesterday").expectFaults("from", "to");
        api.get(path + "?from=2026-03-01&to=2026-02-28").expectFaults("to");
        api.get(path + "?from=2026-01-01&to=2027-02-05").expectFaults("to");
        api.get(path + "?from=2026-01-01&to=2027-02-04").expect(200);
    }

    private String statement(LocalDate from, LocalDate to) {
        return "/partners/" + partner + "/statement?from=" + from + "&to=" + to;
    }

    private String partner() {
        return uuid(Partners.create(api, Partners.partner("Acme")));
    }

    private JsonNode spiff(String value) {
        return api.post(
                        "/payments",
                        json("{'recipient_type':'partner','recipient_uuid':'" + partner
                                + "','category':'spiff','payment_value':" + value + "}"))
                .expect(201)
                .json();
    }

    private JsonNode of(String uuidOfDeal, String category, String value) {
        return api.post(
                        "/payments",
                        json("{'deal_uuid':'" + uuidOfDeal + "','recipient_type':'partner','recipient_uuid':'" + partner
                                + "','category':'" + category + "','payment_value':" + value + "}"))
                .expect(201)
                .json();
    }

    /** Moves a payment along a way. */
    private JsonNode paid(JsonNode payment, List<String> way) {
        var moved = payment;
        for (var status : way) {
            moved = api.patch(path(payment), json("{'status':'" + status + "'}"))
                    .expect(200)
                    .json();
        }
        return moved;
    }

    private static String path(JsonNode payment) {
        return "/payments/" + uuid(payment);
    }
}
