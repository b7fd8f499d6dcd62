package waggle.model.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Actor;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalTable;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.stages.Stage;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;

class KeptVersionsTest {
    private static final int VERSIONS = 4;

    private final Actor actor = LocalTable.someone();
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());
    private final Entity<CommissionRule> rule = rule();

    private <R> R run(DynamoDbClient client, Function<Write, R> work) {
        return Catalogue.writes(client, LocalTable.NAME, Clock.systemUTC()).run(actor, work);
    }

    private Entity<CommissionRule> rule() {
        var stage = Json.parse("{\"kind\":\"deal\",\"label\":\"Won\",\"phase\":\"closed_won\"}", Stage.class);
        var won = run(LocalTable.shared(), write -> write.create(Stage.RESOURCE, stage))
                .uuid();
        var json = """
                {"label":"Version 1","partner_type":"reseller","entries":[{"trigger":{"stage_uuid":"%s"},
                 "calculation":{"type":"one_off","option":"percentage","value":12.50}}]}""".formatted(won);
        var created = run(
                LocalTable.shared(),
                write -> write.create(CommissionRule.RESOURCE, Json.parse(json, CommissionRule.class)));
        IntStream.rangeClosed(2, VERSIONS).forEach(number -> relabelled(created.uuid(), "Version " + number));
        return created;
    }

    private Entity<CommissionRule> relabelled(UUID uuid, String label) {
        return run(
                LocalTable.shared(),
                write -> write.change(CommissionRule.RESOURCE, uuid, now -> CommissionRuleBuilder.from(now)
                        .withLabel(label)));
    }

    @Test
    void version_ofARuleThatChanged_isAsItWas() {
        for (var number = 1; number <= VERSIONS; number++) {
            var kept = KeptVersions.get(records, rule.uuid(), number).orElseThrow();

            assertThat(kept.rule())
                    .isEqualTo(CommissionRuleBuilder.from(rule.value()).withLabel("Version " + number));
            assertThat(kept.createdAt()).isEqualTo(rule.createdAt());
        }
        assertThat(KeptVersions.get(records, rule.uuid(), VERSIONS + 1)).isEmpty();
    }

    @Test
    void change_ofNothing_makesNoVersion() {
        relabelled(rule.uuid(), "Version " + VERSIONS);

        assertThat(versions()).isEqualTo(VERSIONS);
    }

    @Test
    void version_ofAnotherCompanysRule_isNotFound() {
        var theirs = new StoredRecords(
                LocalTable.shared(), LocalTable.NAME, LocalTable.someone().company());

        assertThat(KeptVersions.get(theirs, rule.uuid(), 1)).isEmpty();
    }

    @Test
    void deletion_killedAtAnyCall_isFinishedByItsRepetition() {
        var calls = 0;
        while (isKilled(calls)) {
            calls++;
        }

        assertThat(calls).isGreaterThanOrEqualTo(VERSIONS);
        assertThat(versions()).isZero();
        assertThat(records.find(CommissionRule.RESOURCE, rule.uuid())).isEmpty();
    }

    /** Whether the deletion makes more calls that write than one number. */
    private boolean isKilled(int calls) {
        var made = new AtomicInteger();
        var client = FaultyClient.with(
                method -> method.matches("transactWriteItems|deleteItem|updateItem") && made.getAndIncrement() == calls
                        ? Fault.KILLED_BEFORE
                        : Fault.NONE);
        try {
            run(client, write -> write.remove(CommissionRule.RESOURCE, rule.uuid(), Precondition.NONE));
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    private int versions() {
        var partition = ItemKey.ruleVersion(actor.company(), rule.uuid(), 1).pk();
        return LocalTable.shared()
                .query(query -> query.tableName(LocalTable.NAME)
                        .keyConditionExpression("pk = :partition")
                        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition))))
                .count();
    }
}
