package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WriteMeter;
import waggle.model.leads.Lead;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.tags.Tag;
import waggle.model.write.BulkRecords;

/** What deals cost, in capacity units: a new one, and a filtered list of very many. */
class DealCostTest {
    /** {@code -Dwaggle.deals=10000} has the same units for each. */
    private static final int MANY = Integer.getInteger("waggle.deals", 2_000);

    private static final double UNITS_A_RECORD = 0.2;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final List<UUID> partners = Stream.generate(Uuids::next).limit(5).toList();

    @Test
    void deal_withALeadAPartnerAStageTwoTagsAndAUser_writesWhatItTouches() {
        var actor = pipeline.actor();
        var meter = new WriteMeter();
        var deals = new LocalStore<>(LocalTable.client(meter), Deal.RESOURCE);
        var partner = new LocalStore<>(Partner.RESOURCE)
                .create(actor, Pipeline.partner())
                .uuid();
        var lead = new LocalStore<>(Lead.RESOURCE)
                .create(actor, Pipeline.lead(partner, "buyer.example"))
                .uuid();
        var user = new LocalStore<>(User.RESOURCE)
                .create(
                        actor,
                        new User(
                                "maya@acme.example",
                                null,
                                null,
                                User.Role.ADMIN,
                                null,
                                null,
                                null,
                                null,
                                User.Status.ACTIVE,
                                null))
                .uuid();
        var deal = DealBuilder.builder(Pipeline.deal(lead, pipeline.open(), 1_500))
                .assignedUserUuids(List.of(user))
                .tagUuids(List.of(tag("Cloud"), tag("New")))
                .build();
        deals.create(actor, deal);
        meter.written();

        deals.create(actor, deal);

        assertThat(meter.written()).isEqualTo("10 items of 26 write units and 3 of indexes");
    }

    @Test
    void list_ofAPhaseAndAPartner_byValue_readsTheIndexOnly() {
        var actor = pipeline.actor();
        new BulkRecords<>(LocalTable.shared(), LocalTable.NAME, actor.company(), Deal.RESOURCE, MANY, this::deal)
                .writeRecords(0, MANY);
        var meter = new CapacityMeter();
        var store = new LocalStore<>(LocalTable.client(meter), Deal.RESOURCE, Clock.systemUTC());
        var wanted = List.<Condition>of(
                new Condition.AnyOf("stage_phase", Set.of("negotiation")),
                new Condition.AnyOf("partner_uuid", Set.of(partners.get(2).toString())));

        var page = store.list(
                actor,
                new ListRequest(
                        new PageRequest(2, 10), TimeSpan.ALWAYS, wanted, List.of(new Sorting("deal_value", true))));

        assertThat(page.meta().recordCount()).isEqualTo(MANY / 10);
        assertThat(page.data())
                .extracting(deal -> deal.value().dealValue())
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .hasSize(10);
        assertThat(meter.read() / MANY).isLessThanOrEqualTo(UNITS_A_RECORD);
    }

    private Entity<Deal> deal(int number) {
        var made = FIRST.plusMillis(number);
        var deal = DealBuilder.builder()
                .label("Ten seats for the Northern Coast GmbH %04d".formatted(number))
                .dealValue(BigDecimal.valueOf(number * 7_919L % MANY))
                .currencyCode("USD")
                .stageUuid(pipeline.open())
                .stagePhase(number % 2 == 0 ? Deal.Phase.NEGOTIATION : Deal.Phase.CLOSED_WON)
                .stageEnteredAt(made)
                .partnerUuid(partners.get(number % 5))
                .partnerName("Acme")
                .assignedUserUuids(List.of(Uuids.next()))
                .tagUuids(List.of(Uuids.next(), Uuids.next()))
                .externalIds(Map.of("salesforce", "0068d00000%08d".formatted(number)))
                .build();
        return new Entity<>(BulkRecords.uuid(made.toEpochMilli(), number), deal, made, made, 1);
    }

    private UUID tag(String label) {
        return new LocalStore<>(Tag.RESOURCE)
                .create(pipeline.actor(), new Tag(label, Tag.Association.DEAL, "#FFFFFF", "#000000", null))
                .uuid();
    }
}
