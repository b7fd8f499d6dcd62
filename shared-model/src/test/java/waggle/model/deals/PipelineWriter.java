package waggle.model.deals;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.leads.Registrations;
import waggle.model.partners.Partner;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/** One writer of partners, leads and deals, whose process dies now and then and whose transactions meet others. */
final class PipelineWriter {
    static final int WRITES = Integer.getInteger("waggle.writes", 12);

    private static final UUID NONE = new UUID(0, 0);

    private final Pipeline pipeline;
    private final StoredRecords records;
    private final Random random;
    private final Random faults;
    private final Writes writes;

    PipelineWriter(Pipeline pipeline, long seed) {
        this.pipeline = pipeline;
        this.records = new StoredRecords(
                LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());
        random = new Random(seed);
        faults = new Random(~seed);
        writes = Catalogue.writes(FaultyClient.with(this::fault), LocalTable.NAME, Clock.systemUTC());
    }

    private Fault fault(String method) {
        if (!method.equals("transactWriteItems")) {
            return Fault.NONE;
        }
        return switch (faults.nextInt(16)) {
            case 0 -> Fault.KILLED_BEFORE;
            case 1 -> Fault.KILLED_AFTER;
            case 2, 3 -> Fault.CONFLICT;
            default -> Fault.NONE;
        };
    }

    /** Writes, and returns how many writes were done. */
    int write() {
        var done = 0;
        for (var i = 0; i < WRITES; i++) {
            try {
                writes.run(pipeline.actor(), unit());
                done++;
            } catch (WaggleException | Killed stopped) {
                // A rule refused the write, or the process died: the next write is another's.
            }
        }
        return done;
    }

    private Function<Write, Object> unit() {
        var partner = any(Partner.RESOURCE);
        var lead = any(Lead.RESOURCE);
        var deal = any(Deal.RESOURCE);
        var value = random.nextInt(1_000);
        var stage = pipeline.stages().get(random.nextInt(3));
        var domain = "buyer" + random.nextInt(3) + ".example";
        if (partner.equals(NONE)) {
            return write -> write.create(Partner.RESOURCE, Pipeline.partner());
        }
        if (lead.equals(NONE)) {
            return write -> write.create(Lead.RESOURCE, Pipeline.lead(partner, domain));
        }
        return switch (random.nextInt(16)) {
            case 0 -> write -> write.create(Partner.RESOURCE, Pipeline.partner());
            case 1, 2, 3 -> write -> write.create(Lead.RESOURCE, Pipeline.lead(partner, domain));
            case 4 -> write -> write.create(Deal.RESOURCE, Pipeline.deal(lead, stage, value));
            case 5 -> write -> Conversion.convert(write, lead, Pipeline.deal(lead, stage, value));
            case 6, 7 ->
                write -> write.change(
                        Deal.RESOURCE, deal, before -> DealBuilder.from(before).withStageUuid(stage));
            case 8 ->
                write -> write.change(Deal.RESOURCE, deal, before -> DealBuilder.from(before)
                        .withDealValue(BigDecimal.valueOf(value)));
            case 9 ->
                write -> write.change(
                        Deal.RESOURCE, deal, before -> DealBuilder.from(before).withPartnerUuid(partner));
            case 10 ->
                write -> write.change(
                        Lead.RESOURCE, lead, before -> LeadBuilder.from(before).withPartnerUuid(partner));
            case 11 ->
                write -> write.change(
                        Lead.RESOURCE, lead, before -> before.isConverted() ? before : before.with(status(value)));
            case 12 -> write -> write.remove(Deal.RESOURCE, deal, Precondition.NONE);
            case 13 -> write -> write.remove(Lead.RESOURCE, lead, Precondition.NONE);
            case 14 -> write -> write.remove(Partner.RESOURCE, partner, Precondition.NONE);
            default -> write -> registration(write, lead, value);
        };
    }

    private static Lead.Status status(int value) {
        return List.of(Lead.Status.LOST, Lead.Status.CONTACTED, Lead.Status.NEW).get(value % 3);
    }

    private static Object registration(Write write, UUID lead, int value) {
        return switch (value % 4) {
            case 0, 1 -> Registrations.register(write, lead);
            case 2 -> Registrations.approve(write, lead, 1);
            default -> Registrations.withdraw(write, lead);
        };
    }

    private <T> UUID any(Resource<T> resource) {
        var all = records.all(resource);
        return all.isEmpty() ? NONE : all.get(random.nextInt(all.size())).uuid();
    }
}
