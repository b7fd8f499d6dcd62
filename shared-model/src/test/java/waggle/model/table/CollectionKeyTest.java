package waggle.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CollectionKeyTest {
    private final UUID company = UUID.randomUUID();

    @Test
    void partition_ofRecords_hasCompanyAndType() {
        assertThat(CollectionKey.from(ItemKey.collection(company, "webhook_endpoint")))
                .contains(new CollectionKey(company, "webhook_endpoint"));
    }

    @Test
    void partition_ofOtherItems_isEmpty() {
        assertThat(CollectionKey.from(ItemKey.segments(ItemKey.collection(company, "event"))))
                .isEmpty();
        assertThat(CollectionKey.from(ItemKey.idempotency(company, "event").pk()))
                .isEmpty();
        assertThat(CollectionKey.from(ItemKey.apiKey("event").pk())).isEmpty();
    }
}
