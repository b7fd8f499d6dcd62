package waggle.cloud.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import waggle.model.json.Json;

/**
 * The deals of a demo by their number: first one for each converted lead, then further deals of these leads, then deals
 * without a lead.
 */
final class DealPlan {
    /** One of so many converted leads has a further deal. */
    private static final int FURTHER = 7;

    /** The most days from a lead to its deal. */
    private static final int LONGEST_CYCLE = 150;

    private static final int UNIT_OF_VALUE = 50;
    private static final List<String> PHASES = List.of("closed_won", "closed_lost", "negotiation", "discovery");
    private static final List<Integer> SHARES = List.of(0, 0, 0, 1, 1, 2, 2, 3, 3);
    private static final List<String> PAYMENT_PHASES = List.of("pending", "processing", "completed", "completed");

    private final long seed;
    private final DemoSize size;
    private final Setting setting;
    private final Calendar calendar;
    private final LeadPlan leads;
    private final List<Integer> sellers;
    private final List<Integer> converted;

    DealPlan(long seed, DemoSize size, Setting setting, Calendar calendar, LeadPlan leads, List<Integer> sellers) {
        this.seed = seed;
        this.size = size;
        this.setting = setting;
        this.calendar = calendar;
        this.leads = leads;
        this.sellers = sellers;
        this.converted = leads.converted();
    }

    /** The first deals of leads. */
    int conversions() {
        return converted.size();
    }

    /** The lead of a deal. */
    Optional<Integer> lead(int number) {
        if (number <= converted.size()) {
            return Optional.of(converted.get(number - 1));
        }
        var further = (number - converted.size()) * FURTHER;
        return further <= converted.size() ? Optional.of(converted.get(further - 1)) : Optional.empty();
    }

    /** The fields of a deal without its lead. */
    ObjectNode body(int number, NumberedRecords partners) {
        var seeded = new Seeded(seed, "deal", number);
        var lead = lead(number);
        var subject = lead.orElse(size.leads() + number);
        var body = Json.mapper()
                .createObjectNode()
                .put("label", leads.buyer(subject) + ": " + seeded.one(Words.of("products")))
                .put("deal_value", value(leads.value(subject), seeded))
                .putPOJO("tag_uuids", setting.tags("deal", seeded))
                .putPOJO("assigned_user_uuids", seeded.some(setting.users(), 2));
        leads.currency(subject).ifPresent(currency -> body.put("currency_code", currency));
        if (lead.isEmpty() && seeded.percent(70)) {
            body.put("partner_uuid", partners.uuid(seeded.one(sellers)));
        }
        var fields = body.putObject("custom_fields").put("contract_months", 12 * seeded.between(1, 4));
        if (seeded.percent(25)) {
            fields.put("competitor", leads.buyer(size.leads() + size.deals() + seeded.between(1, 5)));
        }
        stage(body, leads.age(subject), seeded);
        return body;
    }

    private static int value(int estimated, Seeded seeded) {
        return estimated * seeded.between(70, 120) / 100 / UNIT_OF_VALUE * UNIT_OF_VALUE;
    }

    private void stage(ObjectNode body, int age, Seeded seeded) {
        var phase = PHASES.get(seeded.one(SHARES));
        var stage = setting.stage("deal", phase, seeded);
        if (stage.isEmpty() || !phase.startsWith("closed")) {
            stage.ifPresent(open -> body.put("stage_uuid", open));
            body.putPOJO("expected_close_date", calendar.expected(seeded));
            return;
        }
        var closed = calendar.past(Math.max(1, age - seeded.between(5, LONGEST_CYCLE)), seeded);
        body.put("stage_uuid", stage.get())
                .put("closed_at", Json.time(closed))
                .putPOJO("expected_close_date", calendar.expected(seeded, closed));
        if (phase.equals("closed_lost")) {
            body.put("lost_reason", seeded.one(Words.of("lost reasons")));
        } else {
            setting.stage("payment", seeded.one(PAYMENT_PHASES), seeded)
                    .ifPresent(payment -> body.put("payment_stage_uuid", payment));
        }
    }
}
