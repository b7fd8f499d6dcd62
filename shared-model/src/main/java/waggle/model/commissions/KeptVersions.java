package waggle.model.commissions;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;

/**
 * Keeps every version of a rule as long as the rule exists, in an item of its own that the write of the version puts: deals
 * keep the version under which they closed (docs/commissions.md, "Versions").
 */
public final class KeptVersions implements Rule<CommissionRule> {
    private static final String RULE = "rule";
    private static final String CREATED_AT = "created_at_of_rule";

    KeptVersions() {}

    /**
     * One version of a rule.
     *
     * @param number from 1
     * @param createdAt when the rule was created, whichever version it is
     */
    public record Version(UUID uuid, int number, Instant createdAt, CommissionRule rule) {

        private static Version of(UUID uuid, int number, Map<String, AttributeValue> item) {
            return new Version(
                    uuid,
                    number,
                    Instant.parse(text(item, CREATED_AT)),
                    Json.parse(text(item, RULE), CommissionRule.class));
        }

        private static String text(Map<String, AttributeValue> item, String name) {
            return Objects.requireNonNull(item.get(name), name).s();
        }
    }

    /** A version of a rule; empty if the rule never had it, was deleted, or is another company's. */
    public static Optional<Version> get(Records records, UUID rule, int number) {
        return records.item(ItemKey.ruleVersion(records.company(), rule, number))
                .map(item -> Version.of(rule, number, item));
    }

    @Override
    public void follow(Write write, @Nullable Entity<CommissionRule> before, @Nullable Entity<CommissionRule> after) {
        if (after != null) {
            var item = key(write.company(), after).attributes();
            item.put(RULE, AttributeValue.fromS(Json.write(after.value())));
            item.put(CREATED_AT, AttributeValue.fromS(Json.time(after.createdAt())));
            write.transaction().put(item);
        }
    }

    @Override
    public Optional<ItemKey> lastItem(UUID company, Entity<CommissionRule> rule) {
        return Optional.of(key(company, rule));
    }

    private static ItemKey key(UUID company, Entity<CommissionRule> rule) {
        return ItemKey.ruleVersion(company, rule.uuid(), rule.version());
    }
}
