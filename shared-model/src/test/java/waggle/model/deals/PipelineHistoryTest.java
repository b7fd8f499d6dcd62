package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Decimals;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.json.Json;
import waggle.model.leads.Lead;
import waggle.model.leads.Registration;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;

/**
 * Random histories by several writers: the counts and sums of partners, the states of leads and the claims of domains are
 * those of the records that exist.
 */
class PipelineHistoryTest {
    private static final int WRITERS = 4;

    private final Pipeline pipeline = Pipeline.of(LocalTable.someone());
    private final StoredRecords records = new StoredRecords(
            LocalTable.shared(), LocalTable.NAME, pipeline.actor().company());

    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void figures_afterAnyHistory_areThoseOfTheRecords(long seed) {
        var partners = new LocalStore<>(Partner.RESOURCE);
        partners.create(pipeline.actor(), Pipeline.partner());
        partners.create(pipeline.actor(), Pipeline.partner());
        var done = new AtomicInteger();

        IntStream.range(0, WRITERS)
                .parallel()
                .forEach(writer -> done.addAndGet(new PipelineWriter(pipeline, seed + writer).write()));

        assertThat(done.get()).as("writes that were done").isGreaterThan(PipelineWriter.WRITES / 2);
        var leads = records.all(Lead.RESOURCE);
        var deals = records.all(Deal.RESOURCE);
        records.all(Partner.RESOURCE).forEach(partner -> assertPartner(partner, leads, deals));
        leads.forEach(lead -> assertLead(lead, deals));
        records.find(Stage.RESOURCE, pipeline.stages()).forEach(stage -> assertStage(stage, deals));
        assertThat(claims()).isEqualTo(holders(leads));
    }

    private static void assertPartner(Entity<Partner> partner, List<Entity<Lead>> leads, List<Entity<Deal>> deals) {
        var ownLeads = leads.stream()
                .map(Entity::value)
                .filter(lead -> partner.uuid().equals(lead.partnerUuid()))
                .toList();
        var own = deals.stream()
                .map(Entity::value)
                .filter(deal -> partner.uuid().equals(deal.partnerUuid()))
                .toList();
        var won = own.stream()
                .filter(deal -> deal.stagePhase() == Deal.Phase.CLOSED_WON)
                .toList();
        assertCount(partner, Partner.LEADS, ownLeads.size());
        assertCount(partner, Partner.OPEN_LEADS, count(ownLeads, PipelineHistoryTest::isOpen));
        assertCount(partner, Partner.DEALS, own.size());
        assertCount(partner, Partner.OPEN_DEALS, count(own, deal -> !deal.isClosed()));
        assertCount(partner, Partner.WON_DEALS, won.size());
        assertThat(partner.counts().get(Partner.WON_VALUE))
                .as("won value of %s", partner)
                .isEqualByComparingTo(won.stream()
                        .map(deal -> Objects.requireNonNull(deal.dealValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static void assertLead(Entity<Lead> lead, List<Entity<Deal>> deals) {
        var own = count(deals, deal -> lead.uuid().equals(deal.value().leadUuid()));
        assertCount(lead, Lead.DEALS, own);
        assertThat(lead.value().isConverted()).as("converted %s", lead).isEqualTo(own > 0);
    }

    private static void assertStage(Entity<Stage> stage, List<Entity<Deal>> deals) {
        var sums = new TreeMap<String, BigDecimal>();
        deals.stream()
                .map(Entity::value)
                .filter(deal -> stage.uuid().equals(deal.stageUuid()))
                .filter(deal -> Objects.requireNonNull(deal.dealValue()).signum() > 0)
                .forEach(deal -> sums.merge(
                        Objects.requireNonNull(deal.currencyCode()),
                        Objects.requireNonNull(deal.dealValue()),
                        BigDecimal::add));
        assertThat(Json.tree(stage).path(Stage.DEAL_VALUE))
                .as("sums of %s", stage)
                .extracting(sum -> sum.path("currency_code").asText()
                        + sum.path("value").decimalValue().toPlainString())
                .containsExactlyElementsOf(sums.entrySet().stream()
                        .map(sum ->
                                sum.getKey() + Decimals.plain(sum.getValue()).toPlainString())
                        .toList());
    }

    private static boolean isOpen(Lead lead) {
        return lead.status() != Lead.Status.CONVERTED && lead.status() != Lead.Status.LOST;
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    private static void assertCount(Entity<?> entity, String name, long expected) {
        assertThat(entity.counts().get(name))
                .as("%s of %s", name, entity)
                .isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    /** The leads that hold each domain; one partner has them all. */
    private static Map<String, Set<String>> holders(List<Entity<Lead>> leads) {
        var holding = leads.stream()
                .filter(lead -> isHolding(lead.value().registration().status()))
                .collect(Collectors.groupingBy(
                        lead -> Objects.requireNonNull(lead.value().domain())));
        holding.values().forEach(held -> assertThat(held)
                .extracting(lead -> lead.value().partnerUuid())
                .containsOnly(held.getFirst().value().partnerUuid()));
        return holding.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .map(Entity::uuid)
                        .map(UUID::toString)
                        .collect(Collectors.toSet())));
    }

    private static boolean isHolding(Registration.Status status) {
        return status == Registration.Status.PENDING || status == Registration.Status.APPROVED;
    }

    private Map<String, Set<String>> claims() {
        var partition = AttributeValue.fromS("C#" + pipeline.actor().company() + "#DOMAINCLAIM");
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :claims")
                        .expressionAttributeValues(Map.of(":claims", partition)))
                .items()
                .stream()
                .collect(Collectors.toMap(
                        item -> Objects.requireNonNull(item.get("sk")).s(),
                        item -> Set.copyOf(
                                Objects.requireNonNull(item.get("leads")).m().keySet())));
    }
}
