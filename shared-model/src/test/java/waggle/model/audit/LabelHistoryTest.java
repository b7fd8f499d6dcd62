package waggle.model.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Killed;
import waggle.model.Seeds;
import waggle.model.WaggleException;
import waggle.model.records.Entity;

/** Random histories of writers that die: the labels of every entry are the names that the log itself tells. */
class LabelHistoryTest {
    private static final int WRITES = 120;

    static Stream<Long> seeds() {
        return Seeds.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void labels_ofEveryEntry_areTheNamesOfItsTime(long seed) {
        var random = new Random(seed);
        var company = new NamedCompany(FaultyClient.random(new Random(~seed)));
        var tags = new ArrayList<UUID>();
        var samples = new ArrayList<UUID>();
        for (var i = 0; i < WRITES; i++) {
            try {
                write(company, random, tags, samples, i);
            } catch (Killed | WaggleException refused) {
                // The log tells what was written.
                continue;
            }
        }

        var names = new HashMap<String, String>();
        var entries = company.entries();
        var labels = company.labels(entries);
        entries.forEach(entry -> {
            name(entry.value())
                    .ifPresent(name -> names.put(entry.value().recordUuid().toString(), name));
            assertThat(labels.get(entry))
                    .as("%s %s", entry.value().action(), entry.value().changes())
                    .isEqualTo(only(named(entry), names));
        });
        assertThat(entries).hasSizeGreaterThan(WRITES / 4);
    }

    private static void write(NamedCompany company, Random random, List<UUID> tags, List<UUID> samples, int i) {
        switch (random.nextInt(tags.size() < 3 || samples.size() < 3 ? 2 : 9)) {
            case 0 -> tags.add(company.tag("Tag " + i));
            case 1 -> samples.add(company.sample("Sample " + i));
            case 2, 3 -> company.rename(any(tags, random), "Tag " + i);
            case 4 -> company.delete(any(tags, random));
            case 5 -> company.remove(any(samples, random));
            case 6 -> company.renameAndUse(any(tags, random), "Tag " + i, any(samples, random));
            case 7 -> company.color(any(tags, random));
            default -> company.change(any(samples, random), "Sample " + random.nextInt(i), any(tags, random));
        }
    }

    private static UUID any(List<UUID> uuids, Random random) {
        return uuids.get(random.nextInt(uuids.size()));
    }

    /** The name that an entry gives its record; a deleted one keeps its last name. */
    private static Optional<String> name(AuditEntry entry) {
        return Stream.ofNullable(entry.changes().get("label"))
                .flatMap(change -> Stream.of(change.after(), change.before()))
                .filter(label -> label != null && !label.isNull())
                .map(JsonNode::asText)
                .findFirst();
    }

    /** The records that an entry names: its own and those that it refers or referred to. */
    private static List<String> named(Entity<AuditEntry> entry) {
        var uuids = new ArrayList<>(List.of(entry.value().recordUuid().toString()));
        var change = entry.value().changes().get("tag_uuids");
        if (change != null) {
            Stream.of(change.before(), change.after())
                    .filter(Objects::nonNull)
                    .forEach(list -> list.forEach(uuid -> uuids.add(uuid.asText())));
        }
        return uuids;
    }

    private static Map<String, String> only(List<String> uuids, Map<String, String> names) {
        var some = new HashMap<>(names);
        some.keySet().retainAll(uuids);
        return some;
    }
}
