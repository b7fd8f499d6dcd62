package waggle.acceptance.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Unusual amounts and days of commissions, through the function behind the API: currencies with 0, 3 and 4 decimal places,
 * numbers at their bounds, leap days, ends of months, and days that begin 14 hours before and 11 hours after those of UTC.
 */
class CommissionValuesTest {
    private static final MovedApi API = new MovedApi();
    private static final Map<String, MovedProgramme> PROGRAMMES = new HashMap<>();

    @AfterAll
    static void close() {
        API.close();
    }

    /** The commission is a tenth of a deal's value and of a reported base, and else the amount itself. */
    @ParameterizedTest(name = "{1} {2} {0}")
    @CsvSource({
        "USD, deal_value, 1e3, 100",
        "USD, deal_value, -0, 0",
        "USD, deal_value, -0.00, 0",
        "USD, deal_value, 0.05, 0",
        "USD, deal_value, 0.15, 0.02",
        "USD, deal_value, 0.005, refused",
        "USD, deal_value, -0.01, refused",
        "USD, deal_value, 1e999999, refused",
        "USD, deal_value, 1e-999999, refused",
        "JPY, deal_value, 1e3, 100",
        "JPY, deal_value, 1005, 100",
        "JPY, deal_value, 0.5, refused",
        "KWD, deal_value, 100.005, 10",
        "KWD, deal_value, 100.015, 10.002",
        "KWD, deal_value, 0.0005, refused",
        "CLF, deal_value, 0.005, 0.0005",
        "CLF, deal_value, 0.0015, 0.0002",
        "CLF, deal_value, 0.00005, refused",
        "USD, rule, 1e3, 1000",
        "USD, rule, 0.005, refused",
        "USD, rule, -0, refused",
        "USD, rule, 1e999999, refused",
        "JPY, rule, 12.0, 12",
        "JPY, rule, 0.5, refused",
        "KWD, rule, 0.005, 0.005",
        "CLF, rule, 0.0001, 0.0001",
        "CLF, rule, 0.00001, refused",
        "USD, override, 1e3, 1000",
        "USD, override, 0.005, refused",
        "USD, override, -0, refused",
        "USD, override, 1e999999, refused",
        "JPY, override, 0.5, refused",
        "KWD, override, 0.005, 0.005",
        "CLF, override, 0.0001, 0.0001",
        "USD, base_value, 1e3, 100",
        "USD, base_value, -0, 0",
        "USD, base_value, 0.005, 0",
        "USD, base_value, 1e999999, refused",
        "USD, base_value, -1, refused",
        "JPY, base_value, 1e3, 100",
        "KWD, base_value, 0.015, 0.002",
        "CLF, base_value, 0.005, 0.0005",
        "CLF, base_value, 0.00005, refused",
        "USD, payment_value, 1e3, 1000",
        "USD, payment_value, -0, refused",
        "USD, payment_value, 0.005, refused",
        "USD, payment_value, 1e999999, refused",
        "JPY, payment_value, 0.5, refused",
        "KWD, payment_value, 0.005, 0.005",
        "CLF, payment_value, 0.0005, 0.0005",
    })
    void amount_isTakenExactly_orRefused(String currency, String where, String amount, String commission) {
        var programme = programme("UTC").at(Instant.parse("2026-02-16T10:00:00Z"));

        var answer = written(programme, currency, where, amount);

        if (commission.equals("refused")) {
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
            assertThat(answer.body().at("/details/0/field").asText())
                    .endsWith(where.equals("rule") || where.equals("override") ? "calculation.value" : where);
        } else {
            assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 201);
            var field = where.equals("payment_value") ? where : "total_commission_value";
            assertThat(answer.body().path(field).decimalValue()).isEqualByComparingTo(new BigDecimal(commission));
        }
    }

    private static MovedProgramme programme(String zone) {
        return PROGRAMMES.computeIfAbsent(zone, unused -> MovedProgramme.of(API.company(zone)));
    }

    private static MovedApi.Answer written(MovedProgramme programme, String currency, String where, String amount) {
        var partner = programme.partner();
        var fixed = MovedProgramme.entry("'type':'one_off','option':'fixed','value':" + amount);
        return switch (where) {
            case "deal_value" -> {
                programme.rule(partner, MovedProgramme.entry("'type':'one_off','option':'percentage','value':10"));
                yield programme.deal(partner, currency, amount);
            }
            case "rule" -> {
                var rule = programme.rule(partner, fixed + ",'currency_code':'" + currency + "'");
                yield rule.status() == 201 ? programme.deal(partner, currency, "1000") : rule;
            }
            case "override" ->
                programme.send(
                        "PUT",
                        "deals/" + uuid(programme.deal(partner, currency, "1000")) + "/commission",
                        "{'currency_code':'" + currency + "'," + fixed + "}");
            case "base_value" -> {
                programme.rule(
                        partner,
                        MovedProgramme.entry("'type':'recurring','option':'percentage','value':10,'occurrences':2,"
                                + "'period':'month','revenue':'reported'"));
                var deal = uuid(programme.deal(partner, currency, "1000"));
                var path = "deals/" + deal + "/commission/occurrences/1";
                yield programme.send("PUT", path, "{'base_value':" + amount + "}");
            }
            default ->
                programme.send(
                        "POST",
                        "payments",
                        "{'category':'spiff','currency_code':'" + currency + "','payment_value':" + amount + "}");
        };
    }

    private static String uuid(MovedApi.Answer answer) {
        return answer.body().required("uuid").asText();
    }

    /** @param payable the first moment at which an approved payment can be processed */
    @ParameterizedTest(name = "{0} {1}, occurrence {6}")
    @CsvSource({
        "Pacific/Kiritimati, 2028-02-28T10:00:00.000Z, year, 0, none, 0, 1, 2028-02-29, 2028-02-29, 2028-02-29,",
        "Pacific/Kiritimati, 2028-02-28T10:00:00.000Z, year, 0, none, 0, 2, 2029-02-28, 2029-02-28, 2029-02-28,",
        "Pacific/Kiritimati, 2028-02-28T10:00:00.000Z, year, 0, none, 0, 5, 2032-02-29, 2032-02-29, 2032-02-29,",
        "Pacific/Kiritimati, 2028-02-28T09:59:59.999Z, year, 0, none, 0, 2, 2029-02-28, 2029-02-28, 2029-02-28,",
        "Pacific/Pago_Pago, 2028-03-01T10:59:59.999Z, month, 1, none, 0, 1, 2028-02-29, 2028-03-01, 2028-03-01,"
                + " 2028-03-01T11:00:00.000Z",
        "Pacific/Pago_Pago, 2028-03-01T10:59:59.999Z, month, 0, none, 0, 2, 2028-03-29, 2028-03-29, 2028-03-29,",
        "Pacific/Pago_Pago, 2028-03-01T10:59:59.999Z, quarter, 0, none, 0, 5, 2029-02-28, 2029-02-28, 2029-02-28,",
        "Pacific/Pago_Pago, 2028-03-01T11:00:00.000Z, quarter, 0, none, 0, 5, 2029-03-01, 2029-03-01, 2029-03-01,",
        "Pacific/Kiritimati, 2026-01-30T10:00:00.000Z, month, 30, month, 0, 1, 2026-01-31, 2026-03-02, 2026-03-31,"
                + " 2026-03-01T10:00:00.000Z",
        "Pacific/Kiritimati, 2026-01-30T10:00:00.000Z, month, 0, month, 15, 2, 2026-02-28, 2026-02-28, 2026-03-15,"
                + " 2026-02-27T10:00:00.000Z",
        "Pacific/Kiritimati, 2026-01-30T10:00:00.000Z, month, 0, none, 0, 3, 2026-03-31, 2026-03-31, 2026-03-31,",
        "UTC, 2026-12-31T23:59:59.999Z, quarter, 0, quarter, 45, 1, 2026-12-31, 2026-12-31, 2027-02-14,",
        "Pacific/Kiritimati, 2026-12-31T23:59:59.999Z, quarter, 0, quarter, 45, 1, 2027-01-01, 2027-01-01, 2027-05-15,",
        "Pacific/Pago_Pago, 2026-12-31T23:59:59.999Z, quarter, 0, quarter, 45, 1, 2026-12-31, 2026-12-31, 2027-02-14,",
        "Pacific/Kiritimati, 2026-02-15T09:59:59.999Z, month, 0, half_month, 0, 1, 2026-02-15, 2026-02-15, 2026-02-15,",
        "Pacific/Kiritimati, 2026-02-15T10:00:00.000Z, month, 0, half_month, 0, 1, 2026-02-16, 2026-02-16, 2026-02-28,",
        "Pacific/Pago_Pago, 2026-07-01T10:59:59.999Z, year, 366, half_year, 120, 1, 2026-06-30, 2027-07-01, 2028-04-29,"
                + " 2027-07-01T11:00:00.000Z",
    })
    void days_areThoseOfTheCompanysZone(
            String zone,
            Instant closed,
            String period,
            int hold,
            String cycle,
            int delay,
            int occurrence,
            String accrued,
            String held,
            String due,
            @Nullable Instant payable) {
        var programme = programme(zone).at(closed);
        var partner = programme.partner();
        programme.rule(
                partner,
                MovedProgramme.entry("'type':'recurring','option':'percentage','value':10,'occurrences':6,'period':'"
                                + period + "'")
                        + ",'hold_days':%d,'payout_cycle':'%s','payout_delay_days':%d".formatted(hold, cycle, delay));

        var deal = uuid(programme.deal(partner, "USD", "1000"));

        var payment = programme
                .api()
                .get("deals/" + deal + "/payments?pageSize=50")
                .path("data")
                .valueStream()
                .filter(one -> one.path("occurrence").asInt() == occurrence)
                .findFirst()
                .orElseThrow();
        assertThat(payment.path("accrued_on").asText()).isEqualTo(accrued);
        assertThat(payment.path("held_until").asText()).isEqualTo(held);
        assertThat(payment.path("due_date").asText()).isEqualTo(due);
        if (payable != null) {
            assertPayableFrom(programme, "payments/" + payment.path("uuid").asText(), payable);
        }
    }

    private static void assertPayableFrom(MovedProgramme programme, String path, Instant payable) {
        programme.send("PATCH", path, "{'status':'approved'}");
        var early = programme.at(payable.minusMillis(1)).send("PATCH", path, "{'status':'processing'}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("code").asText()).isEqualTo("payment_held");

        var inTime = programme.at(payable).send("PATCH", path, "{'status':'processing'}");

        assertThat(inTime.status()).as("%s", inTime.body()).isEqualTo(200);
    }
}
