package waggle.cloud.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import waggle.model.json.Json;

/** The partners of a demo by their number, with their contacts and users. The first ones are distributors. */
final class PartnerPlan {
    private static final int PARTNERS_OF_A_DISTRIBUTOR = 8;
    private static final List<String> PHASES_OF_ACCEPTED = List.of("active", "active", "active", "evaluation");

    /** Numbers of names that no contact has. */
    private static final int NAMES_OF_USERS = 1_600;

    private final long seed;
    private final DemoSize size;
    private final Setting setting;
    private final Names names;
    private final Names people;

    PartnerPlan(long seed, DemoSize size, Setting setting) {
        this.seed = seed;
        this.size = size;
        this.setting = setting;
        this.names = Names.partners(seed);
        this.people = Names.people(seed);
    }

    int distributors() {
        return Math.ceilDiv(size.partners(), PARTNERS_OF_A_DISTRIBUTOR);
    }

    String name(int number) {
        return names.whole(number);
    }

    /** The numbers of the partners that may sell. */
    List<Integer> sellers() {
        return Workers.numbers(1, size.partners()).stream()
                .filter(number -> status(number).equals("accepted"))
                .toList();
    }

    private String type(int number) {
        if (number <= distributors()) {
            return "distributor";
        }
        return seeded("type", number).percent(60) ? "reseller" : "referral";
    }

    private String status(int number) {
        if (number <= distributors()) {
            return "accepted";
        }
        var seeded = seeded("status", number);
        return seeded.percent(78) ? "accepted" : seeded.one(List.of("invited", "invited", "declined", "inactive"));
    }

    ObjectNode body(int number, NumberedRecords partners) {
        var seeded = seeded("partner", number);
        var country = Country.of(seeded);
        var domain = names.domain(number);
        var body = object().put("name", name(number))
                .put("partner_type", type(number))
                .put("status", status(number))
                .put("email", "hello@" + domain)
                .put("website_url", "https://www." + domain)
                .put("phone_number", country.phone(seeded))
                .put("country_code", country.code())
                .put("description", seeded.one(Words.of("partner descriptions")))
                .put("category_uuid", seeded.one(setting.categories()))
                .putPOJO("tag_uuids", setting.tags("partner", seeded))
                .putPOJO("assigned_user_uuids", seeded.some(setting.users(), 2));
        setting.stage("partner", phase(status(number), seeded), seeded)
                .ifPresent(stage -> body.put("stage_uuid", stage));
        if (status(number).equals("accepted")) {
            body.put("tier_uuid", seeded.one(setting.tiers()));
        }
        if (type(number).equals("reseller") && seeded.percent(60)) {
            body.put("parent_partner_uuid", partners.uuid(seeded.between(1, distributors())));
        }
        body.putObject("custom_fields")
                .put("sales_region", seeded.one(List.of("amer", "emea", "apac")))
                .put("employees", 5 * seeded.between(1, 120));
        return body;
    }

    private static String phase(String status, Seeded seeded) {
        return switch (status) {
            case "accepted" -> seeded.one(PHASES_OF_ACCEPTED);
            case "invited" -> "discovery";
            default -> "inactive";
        };
    }

    /** Contacts are spread over all partners. */
    ObjectNode contact(int number, NumberedRecords partners) {
        var seeded = seeded("contact", number);
        var partner = 1 + number % size.partners();
        var body = object().put("partner_uuid", partners.uuid(partner))
                .put("email", people.mailbox(number) + "@" + names.domain(partner))
                .put("first_name", people.first(number))
                .put("last_name", people.second(number))
                .put("position", seeded.one(Words.of("positions")))
                .put("phone_number", Country.of(seeded).phone(seeded))
                .putPOJO("tag_uuids", setting.tags("contact", seeded));
        body.putObject("custom_fields").put("newsletter", seeded.percent(40));
        return body;
    }

    /** Every third seller has a user. */
    boolean hasUser(int number) {
        return number % 3 == 1 && status(number).equals("accepted");
    }

    /** The user of a partner. */
    ObjectNode user(int number, NumberedRecords partners) {
        var name = NAMES_OF_USERS + number;
        return object().put("partner_uuid", partners.uuid(number))
                .put("email", people.mailbox(name) + "@" + names.domain(number))
                .put("first_name", people.first(name))
                .put("last_name", people.second(name))
                .put("role", "partner")
                .put("status", "active");
    }

    private Seeded seeded(String kind, int number) {
        return new Seeded(seed, kind, number);
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
