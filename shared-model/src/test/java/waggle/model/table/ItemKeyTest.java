package waggle.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import waggle.model.Uuids;

class ItemKeyTest {
    private static final Pattern ROW = Pattern.compile("\\| ([^|`]+) \\| `([^`]+)` \\| `([^`]+)` \\| `(\\w+)` \\|");
    private static final UUID COMPANY = Uuids.next();
    private static final UUID RECORD = Uuids.next();

    @Test
    void keys_ofEveryItem_areThoseOfTheReadme() throws IOException {
        var made = Map.ofEntries(
                Map.entry("record", ItemKey.record(COMPANY, "tag", RECORD)),
                Map.entry("segment", ItemKey.segment(ItemKey.collection(COMPANY, "tag"), "0192a")),
                Map.entry("segmentFacets", ItemKey.segmentFacets(ItemKey.collection(COMPANY, "event"), "0192a")),
                Map.entry("formerNames", ItemKey.formerNames(ItemKey.collection(COMPANY, "tag"), RECORD)),
                Map.entry("unique", ItemKey.unique(COMPANY, "tag", "label", "gold")),
                Map.entry("domainClaim", ItemKey.domainClaim(COMPANY, "buyer.example")),
                Map.entry("ruleVersion", ItemKey.ruleVersion(COMPANY, RECORD, 12)),
                Map.entry("idempotency", ItemKey.idempotency(COMPANY, "order-1")),
                Map.entry("webhookSecrets", ItemKey.webhookSecrets(COMPANY, RECORD)),
                Map.entry("crmCredentials", ItemKey.crmCredentials(COMPANY, RECORD)),
                Map.entry("crmHook", ItemKey.crmHook(COMPANY, RECORD)),
                Map.entry("crmCalls", ItemKey.crmCalls(COMPANY, RECORD)),
                Map.entry("lane", ItemKey.lane(COMPANY, RECORD, RECORD)),
                Map.entry("apiKey", ItemKey.apiKey("0a1b")),
                Map.entry("secrets", ItemKey.secrets(COMPANY, RECORD)),
                Map.entry("pending", ItemKey.pending(COMPANY, RECORD)),
                Map.entry("liveTicket", ItemKey.liveTicket("0a1b")),
                Map.entry("connection", ItemKey.connection(COMPANY, RECORD, 7)),
                Map.entry("connectionFinder", ItemKey.connectionFinder("L0SM9cOFvHcCIhw=")),
                Map.entry("statusDay", ItemKey.statusDay(LocalDate.of(2026, 11, 26))),
                Map.entry("statusEcho", ItemKey.statusEcho("relay")),
                Map.entry("statusIncident", ItemKey.statusIncident(Instant.parse("2026-11-26T14:02:00Z"), "webhooks")),
                Map.entry("migration", ItemKey.migration(3)));

        assertThat(listed()).isEqualTo(made);
        assertThat(made).containsOnlyKeys(factories());
    }

    @Test
    void indexes_ofTheTable_areThoseOfTheReadme() throws IOException {
        var row = Pattern.compile("\\| `(\\w+)` \\| `(\\w+)` \\| `(\\w+)` \\| ((?:`\\w+`(?:, )?)+) \\|");
        var listed = row.matcher(readme())
                .results()
                .map(index -> new TableIndex(
                        index.group(1),
                        index.group(2),
                        index.group(3),
                        Arrays.asList(index.group(4).replace("`", "").split(", "))))
                .toList();

        assertThat(listed).isEqualTo(TableDesign.INDEXES);
    }

    /** The methods that make the key of an item, but for the one that reads a key from its item. */
    private static String[] factories() {
        return Arrays.stream(ItemKey.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() == ItemKey.class)
                .map(Method::getName)
                .filter(name -> !name.equals("of"))
                .toArray(String[]::new);
    }

    private static Map<String, ItemKey> listed() throws IOException {
        return ROW.matcher(readme())
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(4), row -> new ItemKey(filled(row.group(2)), filled(row.group(3)))));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String filled(String template) {
        return template.replace("<company>", COMPANY.toString())
                .replace("<uuid>", RECORD.toString())
                .replace("<type>#FACETS", "event#FACETS")
                .replace("<type>", "tag")
                .replace("<field>", "label")
                .replace("<value>", "gold")
                .replace("<domain>", "buyer.example")
                .replace("<key>", "order-1")
                .replace("<version>", "0000000012")
                .replace("<cut>", "0192a")
                .replace("<sha256>", "0a1b")
                .replace("<place>", "07")
                .replace("<connection>", "L0SM9cOFvHcCIhw=")
                .replace("<date>", "2026-11-26")
                .replace("<reader>", "relay")
                .replace("<time>", "2026-11-26T14:02:00.000Z")
                .replace("<component>", "webhooks")
                .replace("<scan segment>", "3");
    }
}
