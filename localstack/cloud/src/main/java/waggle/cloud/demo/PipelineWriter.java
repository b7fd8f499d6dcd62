package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import waggle.model.json.Json;

/** Writes the leads and deals of a demo with their notes, as far as they do not exist, and pays what deals have earned. */
final class PipelineWriter {
    private static final String LEADS = "/leads";
    private static final String DEALS = "/deals";
    private static final String NOTES = "notes";
    private static final int MOST_NOTES = 2;
    private static final String CONVERTED = "converted";
    private static final List<String> WAY = List.of("pending", "approved", "processing", "completed");

    private final DemoApi api;
    private final DemoSize size;
    private final LeadPlan plan;
    private final NotePlan notes;
    private final NumberedRecords partners;
    private final NumberedRecords leads;
    private final NumberedRecords deals;

    PipelineWriter(DemoApi api, DemoSize size, LeadPlan plan, NotePlan notes, NumberedRecords partners)
            throws InterruptedException {
        this.api = api;
        this.size = size;
        this.plan = plan;
        this.notes = notes;
        this.partners = partners;
        this.leads = NumberedRecords.find(api, LEADS, size.leads());
        this.deals = NumberedRecords.find(api, DEALS, size.deals());
    }

    void writeLeads() throws InterruptedException {
        Workers.each(Workers.numbers(1, size.leads()), number -> {
            leads.ensure(number, () -> plan.body(number, partners));
            register(number);
        });
    }

    /** Continues a registration whose state says that an earlier run was stopped before its end. */
    private void register(int number) throws InterruptedException {
        var planned = plan.registration(number);
        var status = leads.get(number).at("/registration/status").asText();
        if (planned != LeadPlan.Registration.NONE && status.equals("none")) {
            step(number, "register", object());
            status = "pending";
        }
        if (status.equals("pending")) {
            decide(number, planned);
        }
    }

    private void decide(int number, LeadPlan.Registration planned) throws InterruptedException {
        switch (planned) {
            case NONE, PENDING -> {}
            case APPROVED -> step(number, "approve", object().put("protected_days", plan.protectedDays(number)));
            case REJECTED -> step(number, "reject", object().put("reason", plan.rejection(number)));
            case WITHDRAWN -> step(number, "withdraw", object());
        }
    }

    private void step(int number, String step, ObjectNode body) throws InterruptedException {
        api.post(path(number, step), body);
    }

    /** Later deals of a lead need its conversion. */
    void writeDeals(DealPlan planned) throws InterruptedException {
        Workers.each(Workers.numbers(1, planned.conversions()), number -> write(number, planned));
        Workers.each(Workers.numbers(planned.conversions() + 1, size.deals()), number -> write(number, planned));
    }

    private void write(int number, DealPlan planned) throws InterruptedException {
        if (deals.has(number)) {
            return;
        }
        var body = planned.body(number, partners);
        var lead = planned.lead(number);
        if (lead.isPresent() && number <= planned.conversions() && !isConverted(leads.get(lead.get()))) {
            deals.create(number, path(lead.get(), "convert"), body);
        } else {
            lead.ifPresent(of -> body.put("lead_uuid", leads.uuid(of)));
            deals.create(number, DEALS, body);
        }
    }

    private static boolean isConverted(JsonNode lead) {
        return lead.path("status").asText().equals(CONVERTED);
    }

    /** Takes the payments that the rules have made for won deals along their way, as far as an earlier run has not. */
    void writePayments(long seed) throws InterruptedException {
        var numbers = deals.numbers();
        var payments = api.all("/payments?").stream()
                .filter(payment -> numbers.containsKey(payment.path("deal_uuid").asText()))
                .toList();
        Workers.each(Workers.numbers(1, payments.size()), index -> {
            var payment = payments.get(index - 1);
            var number =
                    Objects.requireNonNull(numbers.get(payment.path("deal_uuid").asText()));
            pay(payment, WAY.get(new Seeded(seed, "payment", number).one(List.of(0, 0, 1, 1, 3))));
        });
    }

    /** A payment that is held, or below the least that is paid out, goes no further. */
    private void pay(JsonNode payment, String goal) throws InterruptedException {
        var path = "/payments/" + payment.path("uuid").asText();
        var at = WAY.indexOf(payment.path("status").asText());
        while (at >= 0 && at < WAY.indexOf(goal)) {
            at++;
            var body = Json.mapper().createObjectNode().put("status", WAY.get(at));
            if (DemoApi.isConflict(api.tryPatch(path, body))) {
                return;
            }
        }
    }

    void writeNotes() throws InterruptedException {
        Workers.each(
                Workers.numbers(1, size.leads()),
                number -> notes.write(LEADS, number, leads.get(number), NOTES, MOST_NOTES));
        Workers.each(
                Workers.numbers(1, size.deals()),
                number -> notes.write(DEALS, number, deals.get(number), NOTES, MOST_NOTES));
    }

    private String path(int lead, String step) {
        return LEADS + "/" + leads.uuid(lead) + "/" + step;
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
