package waggle.model.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.FaultyClient;
import waggle.model.ManualClock;

/** The history of a sweeper that dies. */
class StatusHistoryTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StatusScenario status = new StatusScenario();
    private final ManualClock clock = status.clock;
    private final StatusReads reads = status.reads;

    /** The sweeper may die at any call, run again in the same minute, or not at all for some minutes. */
    @ParameterizedTest(name = "-Dwaggle.seed={0}")
    @MethodSource("waggle.model.Seeds#seeds")
    void history_afterRandomMinutesAndKills_isThatOfASimpleModel(long seed) {
        var random = new Random(seed);
        var client = FaultyClient.random(random);
        var measured = new ArrayList<Long>();
        var failed = new EnumMap<Component, Set<Long>>(Component.class);
        List.of(Component.values()).forEach(component -> failed.put(component, new HashSet<>()));
        for (var step = 0; step < 150; step++) {
            var faults = faults(random);
            if (isWritten(client, faults, random)) {
                var minute = Beat.minuteOf(clock.instant());
                measured.add(minute);
                faults.keySet().forEach(component -> minutes(failed, component).add(minute));
            }
            clock.move(MINUTE.multipliedBy(random.nextInt(10) == 0 ? 1 + random.nextInt(200) : 1));
        }

        var now = clock.instant();
        var last = measured.getLast();
        var end = Beat.minuteOf(now) - last > 3 ? Beat.minuteOf(now) : last + 1;
        for (var component : Component.values()) {
            for (var window : List.of(60L, 1_440L, 10_000L)) {
                var from = Math.max(measured.getFirst(), end - window);
                var seen = measured.stream()
                        .distinct()
                        .filter(minute -> minute >= from)
                        .count();
                var bad = minutes(failed, component).stream()
                        .filter(minute -> minute >= from)
                        .count();
                assertThat(status.history().of(component, now, window))
                        .as("%s of %d minutes, seed %d", component, window, seed)
                        .isEqualTo(new Share(end - from, seen, end - from - seen + bad));
            }
        }
        assertThat(reads.incidents(Instant.EPOCH))
                .as("seed %d", seed)
                .allSatisfy(incident -> assertThat(incident.isOpen())
                        .isEqualTo(incident.startedAt()
                                .equals(status.condition(incident.component()).openSince())))
                .allSatisfy(incident -> assertThat(incident.updates()).hasSize(incident.isOpen() ? 1 : 2));
    }

    private static Set<Long> minutes(Map<Component, Set<Long>> failed, Component component) {
        return Objects.requireNonNull(failed.get(component));
    }

    /** A heartbeat whose process is killed is sent again, or left out. */
    private boolean isWritten(DynamoDbClient client, Map<Component, String> faults, Random random) {
        for (var attempt = 0; attempt < 2; attempt++) {
            try {
                status.writes(client).beat(clock.instant(), faults);
                break;
            } catch (FaultyClient.Killed e) {
                if (random.nextBoolean()) {
                    break;
                }
            }
        }
        return reads.beat().filter(beat -> beat.at().equals(clock.instant())).isPresent();
    }

    private static Map<Component, String> faults(Random random) {
        var faults = new EnumMap<Component, String>(Component.class);
        for (var component : Component.values()) {
            if (random.nextInt(3) == 0) {
                faults.put(component, "Something is late");
            }
        }
        return faults;
    }
}
