package waggle.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;

class ItemKeyTest {
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| `([^`]+)` \\| `([^`]+)` \\|");
    private static final UUID COMPANY = Uuids.next();
    private static final UUID RECORD = Uuids.next();

    @Test
    void keys_ofEveryItem_areThoseOfTheReadme() throws IOException {
        var made = Map.of(
                "a record", ItemKey.record(COMPANY, "tag", RECORD),
                "a unique text", ItemKey.unique(COMPANY, "tag", "label", "gold"),
                "an idempotency key", ItemKey.idempotency(COMPANY, "order-1"),
                "a counted segment", ItemKey.segment(ItemKey.collection(COMPANY, "tag"), "0192a"),
                "the secrets of a webhook", ItemKey.webhookSecrets(COMPANY, RECORD),
                "events that wait for each other", ItemKey.lane(COMPANY, RECORD, RECORD),
                "an API key", ItemKey.apiKey("0a1b"));

        assertThat(listed()).isEqualTo(made);
    }

    private static Map<String, ItemKey> listed() throws IOException {
        return ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> new ItemKey(filled(row.group(2)), filled(row.group(3)))));
    }

    private static String filled(String template) {
        return template.replace("<company>", COMPANY.toString())
                .replace("<uuid>", RECORD.toString())
                .replace("<type>", "tag")
                .replace("<field>", "label")
                .replace("<value>", "gold")
                .replace("<key>", "order-1")
                .replace("<cut>", "0192a")
                .replace("<sha256>", "0a1b");
    }
}
