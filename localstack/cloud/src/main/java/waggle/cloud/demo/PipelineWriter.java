package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.model.json.Json;

/** Writes the leads and deals of a demo with their notes, as far as they do not exist. */
final class PipelineWriter {
    private static final String LEADS = "/leads";
    private static final String DEALS = "/deals";
    private static final String NOTES = "notes";
    private static final int MOST_NOTES = 2;
    private static final String CONVERTED = "converted";

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

    /** The deals that exist. */
    NumberedRecords deals() {
        return deals;
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
