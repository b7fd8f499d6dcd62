package waggle.cloud.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import waggle.model.json.Json;

/** The leads of a demo by their number. */
final class LeadPlan {
    /** So many leads of twelve become deals. */
    private static final int CONVERTED = 5;

    private static final int TWELVE = 12;

    private static final int LEAST_AGE_OF_CONVERTED = 20;
    private static final int UNIT_OF_VALUE = 250;
    private static final List<String> OPEN = List.of("new", "new", "contacted", "contacted", "qualified");
    private static final List<String> OTHER_CURRENCIES = List.of("EUR", "GBP");
    private static final List<String> SOURCES =
            List.of("manual", "partnership", "partnership", "campaign", "integration", "lead_submission_form");

    private final long seed;
    private final DemoSize size;
    private final Setting setting;
    private final Calendar calendar;
    private final List<Integer> sellers;
    private final Names buyers;
    private final Names people;

    LeadPlan(long seed, DemoSize size, Setting setting, Calendar calendar, List<Integer> sellers) {
        this.seed = seed;
        this.size = size;
        this.setting = setting;
        this.calendar = calendar;
        this.sellers = sellers;
        this.buyers = Names.buyers(seed);
        this.people = Names.people(seed);
    }

    /** The numbers of the leads that become deals. */
    List<Integer> converted() {
        return Workers.numbers(1, size.leads()).stream()
                .filter(this::isConverted)
                .toList();
    }

    private boolean isConverted(int number) {
        return Math.floorMod((long) number * CONVERTED + seed, TWELVE) < CONVERTED;
    }

    /** The steps of the registration of a lead. */
    enum Registration {
        NONE,
        PENDING,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    Registration registration(int number) {
        var seeded = seeded("registration", number);
        if (partner(number).isEmpty() || seeded.percent(40)) {
            return Registration.NONE;
        }
        if (isConverted(number) || seeded.percent(35)) {
            return Registration.APPROVED;
        }
        return seeded.percent(50)
                ? Registration.PENDING
                : seeded.one(List.of(Registration.REJECTED, Registration.WITHDRAWN));
    }

    int protectedDays(int number) {
        return seeded("protection", number).one(List.of(30, 60, 90, 180));
    }

    String rejection(int number) {
        return seeded("rejection", number).one(Words.of("rejection reasons"));
    }

    /** The partner of a lead: some partners sell far more than others. */
    Optional<Integer> partner(int number) {
        var seeded = seeded("seller", number);
        return seeded.percent(75) ? Optional.of(seeded.earlyOne(sellers)) : Optional.empty();
    }

    /** The name of the buyer without its legal form. */
    String buyer(int number) {
        return buyers.whole(number);
    }

    /** In whole units of the currency: many small amounts and few large ones. */
    int value(int number) {
        var seeded = seeded("value", number);
        return UNIT_OF_VALUE * (2 + seeded.below(24) * seeded.below(24));
    }

    /** The days since a lead came. */
    int age(int number) {
        return seeded("age", number).between(isConverted(number) ? LEAST_AGE_OF_CONVERTED : 1, Calendar.DAYS);
    }

    /** The currency of a lead; absent if it is that of the company. */
    Optional<String> currency(int number) {
        var seeded = seeded("currency", number);
        return seeded.percent(10) ? Optional.of(seeded.one(OTHER_CURRENCIES)) : Optional.empty();
    }

    ObjectNode body(int number, NumberedRecords partners) {
        var seeded = seeded("lead", number);
        var country = Country.of(seeded);
        var body = object().put("company_name", buyer(number) + " " + country.legalForm())
                .put("email", people.mailbox(number) + "@" + buyers.domain(number))
                .put("first_name", people.first(number))
                .put("last_name", people.second(number))
                .put("country_code", country.code())
                .put("source", seeded.one(SOURCES))
                .put("estimated_value", value(number))
                .putPOJO("tag_uuids", setting.tags("lead", seeded))
                .putPOJO("assigned_user_uuids", seeded.some(setting.users(), 1));
        if (seeded.percent(50)) {
            body.put("phone_number", country.phone(seeded)).put("website_url", "https://www." + buyers.domain(number));
        }
        if (seeded.percent(60)) {
            body.put("description", seeded.one(Words.of("descriptions")));
        }
        currency(number).ifPresent(currency -> body.put("currency_code", currency));
        body.putObject("custom_fields")
                .put("budget_confirmed", seeded.percent(45))
                .put("company_size", seeded.one(List.of("small", "medium", "large")));
        status(body, number, seeded);
        partner(number).ifPresent(partner -> attribute(body, number, partner, partners, seeded));
        return body;
    }

    private void status(ObjectNode body, int number, Seeded seeded) {
        if (isConverted(number)) {
            body.put("status", "qualified");
        } else if (seeded.percent(18)) {
            body.put("status", "lost").put("lost_reason", seeded.one(Words.of("lost reasons")));
        } else {
            body.put("status", seeded.one(OPEN));
        }
    }

    private void attribute(ObjectNode body, int number, int partner, NumberedRecords partners, Seeded seeded) {
        var attributions = body.put("partner_uuid", partners.uuid(partner))
                .put("direction", seeded.percent(85) ? "received" : "sent")
                .putArray("attributions");
        attributions
                .addObject()
                .put("partner_uuid", partners.uuid(partner))
                .put("role", "sourced")
                .put("attributed_at", Json.time(calendar.past(age(number), seeded)));
        var other = seeded.one(sellers);
        if (other != partner && seeded.percent(20)) {
            attributions
                    .addObject()
                    .put("partner_uuid", partners.uuid(other))
                    .put("role", "influenced")
                    .put("attributed_at", Json.time(calendar.past(age(number), seeded)));
        }
    }

    private Seeded seeded(String kind, int number) {
        return new Seeded(seed, kind, number);
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
