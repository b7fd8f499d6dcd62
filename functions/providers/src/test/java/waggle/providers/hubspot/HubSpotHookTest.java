package waggle.providers.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.providers.hook.Rows;

final class HubSpotHookTest {

    @Test
    void body_withVeryManyRecords_namesTheFirst() {
        var merged =
                IntStream.range(0, 2 * Rows.MOST).mapToObj(Integer::toString).collect(Collectors.joining(","));
        var body = "[{\"subscriptionType\":\"company.merge\",\"mergedObjectIds\":[%s]}]".formatted(merged);

        assertThat(HubSpotHook.signals(body)).hasSize(Rows.MOST);
    }
}
