package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.CapacityMeter;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.stored.DealCommission;
import waggle.model.commissions.view.PreviewRequest;
import waggle.model.deals.commission.CommissionPreview;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.write.Writes;

class CommissionOfDealTest {
    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final Writes writes = Catalogue.writes(LocalTable.shared(), LocalTable.NAME, Clock.systemUTC());
    private final StoredRecords records = new StoredRecords(
            LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());
    private final UUID partner =
            run(write -> write.create(Partner.RESOURCE, Pipeline.partner())).uuid();

    private <R> R run(Function<Write, R> work) {
        return writes.run(pipeline.actor(), work);
    }

    private void rule(int occurrences) {
        rule(occurrences, Map.of());
    }

    private void rule(int occurrences, Map<String, Object> more) {
        var json = new HashMap<String, Object>(Map.of(
                "label",
                "Resellers",
                "partner_type",
                "reseller",
                "entries",
                List.of(Map.of(
                        "trigger",
                        Map.of("stage_uuid", pipeline.won()),
                        "calculation",
                        Map.of(
                                "type",
                                "recurring",
                                "option",
                                "percentage",
                                "value",
                                10,
                                "period",
                                "month",
                                "occurrences",
                                occurrences)))));
        json.putAll(more);
        run(write -> write.create(CommissionRule.RESOURCE, Json.mapper().convertValue(json, CommissionRule.class)));
    }

    private Entity<Deal> deal() {
        return run(write -> write.create(
                Deal.RESOURCE,
                DealBuilder.builder()
                        .label("Deal")
                        .dealValue(BigDecimal.valueOf(1_000))
                        .partnerUuid(partner)
                        .stageUuid(pipeline.open())
                        .build()));
    }

    private Deal moved(UUID deal, UUID stage) {
        return run(write -> write.change(
                        Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(stage)))
                .value();
    }

    private List<Payment> payments() {
        return records.all(Payment.RESOURCE).stream().map(Entity::value).toList();
    }

    private BigDecimal total(UUID deal) {
        return Objects.requireNonNull(records.get(Deal.RESOURCE, deal).counts().get(Deal.TOTAL_COMMISSION));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 120})
    void deal_thatIsWon_hasItsPayments(int occurrences) {
        rule(occurrences);
        var deal = deal();

        assertThat(moved(deal.uuid(), pipeline.won()).commissionPercentage()).isEqualByComparingTo("10");

        assertThat(payments()).hasSize(occurrences).allSatisfy(payment -> assertThat(payment.paymentValue())
                .isEqualByComparingTo("100"));
        assertThat(total(deal.uuid())).isEqualByComparingTo(BigDecimal.valueOf(100L * occurrences));
    }

    @Test
    void deal_thatBacksOutAndIsWonAgain_owesItsPaymentsOnce() {
        rule(2);
        var deal = deal();

        moved(deal.uuid(), pipeline.won());
        moved(deal.uuid(), pipeline.lost());
        assertThat(total(deal.uuid())).isZero();
        moved(deal.uuid(), pipeline.won());

        assertThat(total(deal.uuid())).isEqualByComparingTo("200");
        assertThat(payments())
                .filteredOn(payment -> payment.status() == PaymentStatus.CANCELLED)
                .hasSize(2);
    }

    @Test
    void payment_thatIsPaidAfterTheDealBackedOut_isTakenBackOnce() {
        rule(1);
        var deal = deal().uuid();
        moved(deal, pipeline.won());
        var payment = records.all(Payment.RESOURCE).getFirst().uuid();
        move(payment, PaymentStatus.APPROVED);
        move(payment, PaymentStatus.PROCESSING);
        moved(deal, pipeline.lost());
        assertThat(payments()).hasSize(1);

        move(payment, PaymentStatus.COMPLETED);
        moved(deal, pipeline.open());

        assertThat(payments())
                .extracting(made -> made.paymentValue().intValueExact())
                .containsExactlyInAnyOrder(100, -100);
        assertThat(total(deal)).isZero();
    }

    private void move(UUID payment, PaymentStatus status) {
        run(write -> write.change(
                Payment.RESOURCE, payment, now -> PaymentBuilder.from(now).withStatus(status)));
    }

    @Test
    void limit_thatDealsReachAtTheSameTime_isNotExceeded() throws Exception {
        rule(
                2,
                Map.of(
                        "currency_code",
                        "USD",
                        "max_per_partner",
                        Map.of("measure", "amount", "limit", 450, "period", "rule")));
        var deals = Stream.generate(() -> deal().uuid()).limit(6).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var winning :
                    threads.invokeAll(deals.stream().map(this::winning).toList())) {
                winning.get();
            }
        }

        assertThat(payments().stream().map(Payment::paymentValue).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("450");
        assertThat(deals.stream().map(this::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("450");
        moved(deal().uuid(), pipeline.won());
        assertThat(payments()).hasSize(5);
    }

    private Callable<Deal> winning(UUID deal) {
        return () -> moved(deal, pipeline.won());
    }

    /** Only a volume depends on the partner's other deals. */
    @Test
    void deal_thatIsWon_readsTheSame_howeverManyDealsThePartnerHas() {
        rule(3);
        var first = readsOfWinning(deal().uuid());
        for (var i = 0; i < 12; i++) {
            moved(deal().uuid(), pipeline.won());
        }

        assertThat(readsOfWinning(deal().uuid())).isEqualTo(first);
    }

    private int readsOfWinning(UUID deal) {
        var meter = new CapacityMeter();
        Catalogue.writes(LocalTable.client(meter), LocalTable.NAME, Clock.systemUTC())
                .run(
                        pipeline.actor(),
                        write -> write.change(Deal.RESOURCE, deal, now -> DealBuilder.from(now)
                                .withStageUuid(pipeline.won())));
        return meter.calls();
    }

    @Test
    void preview_ofAVolume_countsTheDealItself() {
        var amount = Map.of("from", 1, "option", "fixed", "value", 50);
        var volume = Map.of("measure", "deal_count", "period", "month", "apply", "next", "tiers", List.of(amount));
        var rule = Map.of(
                "label",
                "Volume",
                "partner_type",
                "reseller",
                "currency_code",
                "USD",
                "entries",
                List.of(Map.of(
                        "trigger",
                        Map.of("stage_uuid", pipeline.won()),
                        "calculation",
                        Map.of("type", "one_off", "option", "volume", "volume", volume))));
        var request = Json.mapper()
                .convertValue(
                        Map.of("deal", Map.of("partner_uuid", partner, "deal_value", 1_000), "rule", rule),
                        PreviewRequest.class);

        var preview = run(write -> CommissionPreview.of(write, request));

        assertThat(preview.occurrences()).singleElement().satisfies(one -> assertThat(one.value())
                .isEqualByComparingTo("50"));
    }

    @Test
    void rule_thatADealHas_stays() {
        rule(1);
        moved(deal().uuid(), pipeline.won());
        var rule = records.all(CommissionRule.RESOURCE).getFirst().uuid();

        assertThatThrownBy(() -> run(write -> write.remove(CommissionRule.RESOURCE, rule, Precondition.NONE)))
                .isInstanceOf(WaggleException.class)
                .hasMessageContaining("is used by");
    }

    @Test
    void calculation_thatIsKilledAtAnyTransaction_isFinishedByTheNext() {
        rule(60);
        for (var kill = 1; kill <= 5; kill++) {
            var deal = deal().uuid();
            killedAt(kill, deal);
            var commission = records.get(DealCommission.RESOURCE, deal).value();
            assertThat(commission.dueAt() != null).as("killed at %d", kill).isEqualTo(commission.isPending());

            run(write -> {
                CommissionCalculation.of(write, deal).orElseThrow().settle(CommissionCalculation.PORTION);
                return deal;
            });

            assertThat(total(deal)).as("killed at %d", kill).isEqualByComparingTo("6000");
        }
    }

    private void killedAt(int kill, UUID deal) {
        var transactions = new AtomicInteger();
        var faulty = Catalogue.writes(
                FaultyClient.with(
                        method -> method.equals("transactWriteItems") && transactions.incrementAndGet() == kill
                                ? Fault.KILLED_AFTER
                                : Fault.NONE),
                LocalTable.NAME,
                Clock.systemUTC());
        try {
            faulty.run(
                    pipeline.actor(),
                    write -> write.change(
                            Deal.RESOURCE, deal, now -> DealBuilder.from(now).withStageUuid(pipeline.won())));
        } catch (Killed killed) {
            // The next calculation goes on.
        }
    }
}
