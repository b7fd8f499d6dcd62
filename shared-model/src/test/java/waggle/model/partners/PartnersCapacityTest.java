package waggle.model.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.write.BulkRecords;

/** What a filtered list of very many partners costs, in capacity units as DynamoDB reports them. */
class PartnersCapacityTest {
    /**
     * DynamoDB Local writes ten thousand in half a minute, with the same units for each ({@code
     * -Dwaggle.partners=10000}).
     */
    private static final int MANY = Integer.getInteger("waggle.partners", 2_000);

    private static final double UNITS_A_RECORD = 0.2;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final List<UUID> tiers = Stream.generate(Uuids::next).limit(4).toList();
    private final List<UUID> tags = Stream.generate(Uuids::next).limit(5).toList();

    @Test
    void list_ofATierAndATag_byName_readsTheIndexOnly() {
        new BulkRecords<>(LocalTable.shared(), LocalTable.NAME, actor.company(), Partner.RESOURCE, MANY, this::partner)
                .writeRecords(0, MANY);
        var meter = new CapacityMeter();
        var store = new LocalStore<>(LocalTable.client(meter), Partner.RESOURCE, Clock.systemUTC());
        var wanted = List.<Condition>of(
                new Condition.AnyOf("tier_uuid", Set.of(tiers.get(1).toString())),
                new Condition.AnyOf("tag_uuids", Set.of(tags.get(2).toString())));

        var page = store.list(
                actor,
                new ListRequest(new PageRequest(2, 10), TimeSpan.ALWAYS, wanted, List.of(new Sorting("name", false))));

        assertThat(page.meta().recordCount()).isEqualTo(MANY / 10);
        assertThat(page.data())
                .extracting(partner -> partner.value().name())
                .isSorted()
                .hasSize(10);
        assertThat(meter.read() / MANY).isLessThanOrEqualTo(UNITS_A_RECORD);
    }

    private Entity<Partner> partner(int number) {
        var made = FIRST.plusMillis(number);
        var name = "%04d Partners & Sons of the Northern Coast GmbH".formatted(number * 7_919L % MANY);
        var domain = "partner-%d.example.com".formatted(number);
        var partner = new Partner(
                name,
                PartnerType.RESELLER,
                Partner.Status.ACCEPTED,
                "sales@" + domain,
                domain,
                "https://www." + domain + "/en/about-us",
                "+49 30 1234567",
                "x".repeat(1_000),
                "DE",
                Uuids.next(),
                tiers.get(number % tiers.size()),
                Uuids.next(),
                List.of(tags.get(number % tags.size()), tags.get((number + 1) % tags.size())),
                List.of(Uuids.next(), Uuids.next()),
                null,
                Partner.Owner.PARTNER,
                Map.of("salesforce", "0018d00000%08d".formatted(number)),
                JsonNodeFactory.instance.objectNode().put("region", "emea").put("annual_revenue", 120_000));
        return new Entity<>(BulkRecords.uuid(made.toEpochMilli(), number), partner, made, made, 1);
    }
}
