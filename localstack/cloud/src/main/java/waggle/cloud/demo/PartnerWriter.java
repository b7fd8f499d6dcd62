package waggle.cloud.demo;

import java.util.List;
import waggle.cloud.CommandFailure;

/** Writes the partners of a demo with their contacts, users and notes, as far as they do not exist. */
final class PartnerWriter {
    private static final String PARTNERS = "/partners";
    private static final int MOST_NOTES = 3;

    private final DemoApi api;
    private final DemoSize size;
    private final PartnerPlan plan;
    private final NotePlan notes;

    PartnerWriter(DemoApi api, DemoSize size, PartnerPlan plan, NotePlan notes) {
        this.api = api;
        this.size = size;
        this.plan = plan;
        this.notes = notes;
    }

    NumberedRecords write() throws InterruptedException {
        var partners = NumberedRecords.find(api, PARTNERS, size.partners());
        requireSameSeed(partners);
        var all = Workers.numbers(1, size.partners());
        // Resellers refer to their distributor.
        for (var some : List.of(all.subList(0, plan.distributors()), all.subList(plan.distributors(), all.size()))) {
            Workers.each(some, number -> partners.ensure(number, () -> plan.body(number, partners)));
        }
        var contacts = NumberedRecords.find(api, "/contacts", size.contacts());
        Workers.each(
                Workers.numbers(1, size.contacts()),
                number -> contacts.ensure(number, () -> plan.contact(number, partners)));
        Workers.each(all, number -> writeOthers(number, partners));
        return partners;
    }

    private void writeOthers(int number, NumberedRecords partners) throws InterruptedException {
        var partner = partners.get(number);
        if (plan.hasUser(number) && partner.path("user_count").asInt() == 0) {
            api.post("/users", plan.user(number, partners));
        }
        notes.write(PARTNERS, number, partner, "partner notes", MOST_NOTES);
    }

    private void requireSameSeed(NumberedRecords partners) {
        var names = Workers.numbers(1, size.partners()).stream().map(plan::name).toList();
        if (!partners.all().isEmpty()
                && partners.all().stream()
                        .noneMatch(
                                partner -> names.contains(partner.path("name").asText()))) {
            throw new CommandFailure("The company has a demo of another seed: choose its --seed, or another company");
        }
    }
}
