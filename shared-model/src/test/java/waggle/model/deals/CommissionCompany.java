package waggle.model.deals;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

/** A company that pays a partner for deals. */
final class CommissionCompany {
    final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    final StoredRecords records = new StoredRecords(
            LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());
    final UUID partner;
    private final Clock clock;
    private final Writes writes;

    CommissionCompany() {
        this(Clock.systemUTC());
    }

    CommissionCompany(Clock clock) {
        this.clock = clock;
        this.writes = writes(LocalTable.shared());
        this.partner = partner();
    }

    /** Writes through another client. */
    Writes writes(DynamoDbClient client) {
        return Catalogue.writes(client, LocalTable.NAME, clock);
    }

    <R> R run(Function<Write, R> work) {
        return writes.run(pipeline.actor(), work);
    }

    UUID partner() {
        return run(write -> write.create(Partner.RESOURCE, Pipeline.partner())).uuid();
    }

    /** A rule that pays resellers ten percent a month for won deals. */
    UUID rule(int occurrences, Map<String, Object> more) {
        return rule(Map.of("occurrences", occurrences), more);
    }

    /** A rule that pays resellers ten percent a month for won deals, without an end. */
    UUID openEndedRule(Map<String, Object> more) {
        return rule(Map.of(), more);
    }

    private UUID rule(Map<String, Object> occurrences, Map<String, Object> more) {
        var calculation = new HashMap<String, Object>(
                Map.of("type", "recurring", "option", "percentage", "value", 10, "period", "month"));
        calculation.putAll(occurrences);
        var entry = Map.of("trigger", Map.of("stage_uuid", pipeline.won()), "calculation", calculation);
        var rule = new HashMap<String, Object>(
                Map.of("label", "Resellers", "partner_type", "reseller", "entries", List.of(entry)));
        rule.putAll(more);
        return run(write ->
                        write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(rule, CommissionRule.class)))
                .uuid();
    }

    /** A deal of 1,000 that is not won. */
    UUID deal() {
        return deal(deal -> deal);
    }

    UUID deal(UnaryOperator<Deal> change) {
        var deal = DealBuilder.builder()
                .label("Deal")
                .dealValue(BigDecimal.valueOf(1_000))
                .partnerUuid(partner)
                .stageUuid(pipeline.open())
                .build();
        return run(write -> write.create(Deal.RESOURCE, change.apply(deal))).uuid();
    }

    Deal moved(UUID deal, UUID stage) {
        return run(write -> move(write, deal, stage)).value();
    }

    static Entity<Deal> move(Write write, UUID deal, UUID stage) {
        return write.change(Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(stage));
    }

    /** Moves a deal by a process that dies after so many transactions, if it makes as many. */
    void killedAt(int kill, UUID deal, UUID stage) {
        var transactions = new AtomicInteger();
        var faulty = FaultyClient.with(
                method -> method.equals("transactWriteItems") && transactions.incrementAndGet() == kill
                        ? Fault.KILLED_AFTER
                        : Fault.NONE);
        try {
            writes(faulty).run(pipeline.actor(), write -> move(write, deal, stage));
        } catch (Killed killed) {
            // The next calculation goes on.
        }
    }

    /** What the sweeper does for a deal once its time has come. */
    void resume(UUID deal) {
        run(write -> {
            CommissionCalculation.resume(write, deal);
            return deal;
        });
    }

    DealCommission commission(UUID deal) {
        return records.get(DealCommission.RESOURCE, deal).value();
    }

    /** The payments, cancelled ones too. */
    List<Payment> payments() {
        return records.all(Payment.RESOURCE).stream().map(Entity::value).toList();
    }

    /** What stands of a deal. */
    BigDecimal total(UUID deal) {
        return Objects.requireNonNull(records.get(Deal.RESOURCE, deal).counts().get(Deal.TOTAL_COMMISSION));
    }
}
