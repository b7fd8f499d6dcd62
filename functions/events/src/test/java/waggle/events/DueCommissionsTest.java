package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waggle.events.queue.QueuesInMemory;
import waggle.events.sweep.Pace;
import waggle.events.sweep.Sweeper;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.deals.Deal;
import waggle.model.deals.DealBuilder;
import waggle.model.deals.Payment;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;
import waggle.model.tiers.Tier;
import waggle.model.tiers.TierBuilder;
import waggle.model.write.Writes;

/** Payments without an end, which the sweeper makes on their days as long as the deal is won. */
class DueCommissionsTest {
    /** At least one month later. */
    private static final Duration A_MONTH = Duration.ofDays(31);

    private final ManualClock clock = new ManualClock();
    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final String table = LocalTable.another();
    private final Writes writes = Catalogue.writes(LocalTable.shared(), table, clock);
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), table, actor.company());
    private final Sweeper sweeper = new Sweeper(
            LocalTable.shared(), table, clock, new QueuesInMemory(actor.company(), clock), new Pace(3, 10, () -> {}));

    @Test
    void payments_withoutAnEnd_areMadeOnTheirDays_untilTheDealIsLost() {
        var won = stage(Stage.Phase.CLOSED_WON);
        var lost = stage(Stage.Phase.CLOSED_LOST);
        rule(won);
        var deal = deal(won);
        assertThat(payments()).isEqualTo(1);

        sweeper.sweep();
        assertThat(payments()).isEqualTo(1);
        clock.move(A_MONTH);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(payments()).isEqualTo(2);
        clock.move(A_MONTH);
        sweeper.sweep();
        assertThat(payments()).isEqualTo(3);

        run(write ->
                write.change(Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(lost)));
        clock.move(A_MONTH);
        sweeper.sweep();
        assertThat(payments()).isEqualTo(3);
    }

    @Test
    void rate_ofAPayment_isThatOfTheTierOnItsDay() {
        var won = stage(Stage.Phase.CLOSED_WON);
        var gold = tier("Gold");
        var silver = tier("Silver");
        rule(won, 20, Map.of("tier_uuids", List.of(gold), "rate_as_of", "occurrence"));
        rule(won, 10, Map.of("tier_uuids", List.of(silver)));
        var partner = partner(gold);
        deal(won, partner);
        assertThat(values()).containsExactly(200);

        run(write -> write.change(
                Partner.RESOURCE, partner, now -> PartnerBuilder.from(now).withTierUuid(silver)));
        clock.move(A_MONTH);
        sweeper.sweep();
        run(write -> write.change(
                Partner.RESOURCE, partner, now -> PartnerBuilder.from(now).withTierUuid(gold)));
        sweeper.sweep();
        clock.move(A_MONTH);
        sweeper.sweep();

        assertThat(values()).containsExactly(200, 100, 200);
    }

    private List<Integer> values() {
        return records.all(Payment.RESOURCE).stream()
                .map(Entity::value)
                .sorted(Comparator.comparing(Payment::accruedOn))
                .map(payment -> payment.paymentValue().intValueExact())
                .toList();
    }

    private UUID tier(String label) {
        return run(write -> write.create(
                        Tier.RESOURCE, TierBuilder.builder().label(label).build()))
                .uuid();
    }

    private <R> R run(Function<Write, R> work) {
        return writes.run(actor, work);
    }

    private UUID stage(Stage.Phase phase) {
        return run(write ->
                        write.create(Stage.RESOURCE, new Stage(Stage.Kind.DEAL, phase.name(), phase, null, null, null)))
                .uuid();
    }

    private void rule(UUID won) {
        rule(won, 10, Map.of());
    }

    private void rule(UUID won, int percent, Map<String, Object> more) {
        var entry = Map.of(
                "trigger",
                Map.of("stage_uuid", won),
                "calculation",
                Map.of("type", "recurring", "option", "percentage", "value", percent, "period", "month"));
        var rule = new HashMap<String, Object>(
                Map.of("label", "For ever", "partner_type", "reseller", "entries", List.of(entry)));
        rule.putAll(more);
        run(write -> write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(rule, CommissionRule.class)));
    }

    private UUID partner(@Nullable UUID tier) {
        return run(write -> write.create(
                        Partner.RESOURCE,
                        PartnerBuilder.builder()
                                .name("Acme")
                                .partnerType(PartnerType.RESELLER)
                                .tierUuid(tier)
                                .build()))
                .uuid();
    }

    private UUID deal(UUID stage) {
        return deal(stage, partner(null));
    }

    private UUID deal(UUID stage, UUID partner) {
        return run(write -> write.create(
                        Deal.RESOURCE,
                        DealBuilder.builder()
                                .label("Deal")
                                .dealValue(BigDecimal.valueOf(1_000))
                                .partnerUuid(partner)
                                .stageUuid(stage)
                                .build()))
                .uuid();
    }

    /** The payments, cancelled ones too. */
    private int payments() {
        return records.all(Payment.RESOURCE).size();
    }
}
