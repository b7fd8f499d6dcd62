package waggle.model.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.table.ItemKey;

final class SecretsTest {
    private final UUID company = UUID.randomUUID();
    private final UUID endpoint = UUID.randomUUID();
    private final Instant now = Instant.parse("2026-11-26T08:00:00Z");

    @Test
    void secrets_rotatedSeveralTimes_allSignForADay() {
        var secrets = new Secrets("sealed whsec_1", List.of())
                .rotated("whsec_2", now, SecretsTest::seal)
                .rotated("whsec_3", now.plus(Duration.ofHours(23)), SecretsTest::seal);

        var stored = Secrets.of(secrets.item(company, endpoint));

        assertThat(stored).isEqualTo(secrets);
        assertThat(stored.at(now.plus(Duration.ofHours(23)), SecretsTest::open))
                .containsExactly("whsec_3", "whsec_2", "whsec_1");
        assertThat(stored.at(now.plus(Duration.ofHours(24)), SecretsTest::open)).containsExactly("whsec_3", "whsec_2");
        assertThat(stored.at(now.plus(Duration.ofHours(47)), SecretsTest::open)).containsExactly("whsec_3");
    }

    @Test
    void item_ofAnEarlierRelease_isRead_andSealedWithTheNextRotation() {
        var item = ItemKey.webhookSecrets(company, endpoint).attributes();
        item.put("current", AttributeValue.fromS("whsec_2"));
        item.put("previous", AttributeValue.fromS("whsec_1"));
        item.put("previous_until", AttributeValue.fromN(Long.toString(now.getEpochSecond() + 60)));

        var secrets = Secrets.of(item);

        assertThat(secrets.at(now, SecretsTest::open)).containsExactly("whsec_2", "whsec_1");
        var rotated = secrets.rotated("whsec_3", now, SecretsTest::seal);
        assertThat(rotated.item(company, endpoint).toString())
                .contains("S=sealed whsec_")
                .doesNotContain("S=whsec_");
        assertThat(rotated.at(now, SecretsTest::open)).containsExactly("whsec_3", "whsec_2", "whsec_1");
    }

    private static String seal(String secret) {
        return "sealed " + secret;
    }

    private static String open(String sealed) {
        return sealed.substring("sealed ".length());
    }
}
