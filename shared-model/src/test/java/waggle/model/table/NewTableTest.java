package waggle.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import waggle.model.LocalTable;

final class NewTableTest {
    @Test
    void creation_afterOneThatDiedBeforeItsEnd_isCompleted() {
        var table = LocalTable.another();
        LocalTable.shared().updateTimeToLive(change -> change.tableName(table)
                .timeToLiveSpecification(ttl -> ttl.enabled(false).attributeName(TableDesign.TIME_TO_LIVE)));

        NewTable.create(LocalTable.shared(), table);

        assertThat(LocalTable.shared()
                        .describeTimeToLive(describe -> describe.tableName(table))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }
}
