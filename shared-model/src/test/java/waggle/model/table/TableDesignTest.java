package waggle.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * CloudFormation replaces a table whose keys change, and DynamoDB builds an index again whose keys or attributes change.
 * Until then, neither this release nor the one before would find its records.
 */
class TableDesignTest {
    @Test
    void keys_areThoseOfEveryRelease() {
        assertThat(List.of(TableDesign.PARTITION_KEY, TableDesign.SORT_KEY, TableDesign.TIME_TO_LIVE))
                .containsExactly("pk", "sk", "expires_at");
    }

    /** A further index is a further row. A changed index is a further row too: it has another name. */
    @Test
    void indexes_areThoseOfEveryRelease() {
        assertThat(TableDesign.INDEXES)
                .contains(
                        new TableIndex("facets", "pk", "listed_at", List.of("facets")),
                        new TableIndex("parent", "parent", "created_at", List.of("facets")),
                        new TableIndex(
                                "due",
                                "due_shard",
                                "next_attempt_at",
                                List.of("webhook_endpoint_uuid", "event_uuid", "record_uuid")));
    }
}
