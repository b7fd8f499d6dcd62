package waggle.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.AtOnce;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.samples.Tags;
import waggle.cloud.lambda.LambdaFailure;
import waggle.model.Patience;

/**
 * Writes while connections are cut, the gateway drops all connections and refuses messages, and the functions of live updates
 * die. {@code -Dwaggle.live.writes=10000} writes more, {@code -Dwaggle.live.seed} repeats a run, and {@code -Dwaggle.live.seeds} is the number
 * of runs.
 */
final class LiveFaultsTest {
    private static final int WRITES = Integer.getInteger("waggle.live.writes", 150);
    private static final long SEED = Long.getLong("waggle.live.seed", System.nanoTime());
    private static final int SEEDS = Integer.getInteger("waggle.live.seeds", 1);
    private static final int RECORDS = 5;
    private static final int WRITERS = 2;

    /** Writes after which a long run tells how far it is. */
    private static final int PROGRESS = 1_000;

    /** Writers wait a while for a client that is further behind: beyond 1,000 events the server tells it to reload. */
    private static final int MOST_BEHIND = 300;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** One fault for so many writes: after each, the client hears the events of a minute again. */
    private static final int WRITES_OF_A_FAULT = Math.max(6, WRITES / 200);

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();
    private Random random = new Random(SEED);
    private final AtomicBoolean isDying = new AtomicBoolean();
    private final AtomicBoolean isRefusing = new AtomicBoolean();
    private final AtomicInteger written = new AtomicInteger();

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void client_thatResumes_hearsEveryEventOnce_andInOrder(long seed) {
        System.out.println("LiveFaultsTest: -Dwaggle.live.seed=" + seed);
        random = new Random(seed);
        var cloud = tenant.cloud();
        Consumer<String> death = event -> {
            if (isDying.getAndSet(false)) {
                throw new LambdaFailure("killed");
            }
        };
        cloud.live().forEach(function -> function.watch(death));
        cloud.sockets().refuse(id -> isRefusing.getAndSet(false));
        var tags = IntStream.range(0, RECORDS)
                .mapToObj(i -> Tags.create(api).required("uuid").asText())
                .toList();
        try (var follower = new LiveFollower(() -> LiveClient.ticket(api), "tag.updated")) {
            awaitBeginning(follower, tags.getFirst());
            AtOnce.times(WRITERS, writer -> {
                for (var number = writer; number < WRITES; number += WRITERS) {
                    follower.await(PAUSE, heard -> heard > written.get() - MOST_BEHIND);
                    write(tags, number);
                    if (number % WRITES_OF_A_FAULT == 0) {
                        fail(follower);
                    }
                }
                return writer;
            });
            var expected = tags.stream().collect(Collectors.toMap(tag -> tag, this::version));

            follower.await(Patience.LONGEST, heard -> expected.entrySet().stream()
                    .allMatch(tag -> follower.versions().getOrDefault(tag.getKey(), List.of()).stream()
                            .anyMatch(tag.getValue()::equals)));
            assertThat(follower.versions()).allSatisfy((tag, versions) -> assertThat(gaps(versions))
                    .as("a gap without a reset in %s", versions)
                    .isLessThanOrEqualTo(follower.resets()));
            assertThat(follower.versions().get(tags.getLast())).startsWith(2);
            System.out.println("LiveFaultsTest: %d writes, %d connections, %d resets"
                    .formatted(WRITES, follower.connections(), follower.resets()));
        } finally {
            cloud.live().forEach(function -> function.stop(death));
            cloud.sockets().refuse(id -> false);
        }
    }

    /** The first tag changes until the subscription hears it. */
    private void awaitBeginning(LiveFollower follower, String tag) {
        for (var i = 0; follower.versions().isEmpty(); i++) {
            patch(tag, "begin %d".formatted(i));
        }
    }

    private void write(List<String> tags, int number) {
        patch(tags.get(number % RECORDS), "write %d".formatted(number));
        if (written.incrementAndGet() % PROGRESS == 0) {
            System.out.println("LiveFaultsTest: %d writes".formatted(written.get()));
        }
    }

    private void patch(String tag, String label) {
        api.patch(Tags.PATH + "/" + tag, Tags.empty().put("label", label + " " + tag))
                .expect(200);
    }

    private synchronized void fail(LiveFollower follower) {
        switch (random.nextInt(4)) {
            case 0 -> follower.cut();
            case 1 -> tenant.cloud().sockets().drop();
            case 2 -> isDying.set(true);
            default -> isRefusing.set(true);
        }
    }

    private int version(String tag) {
        return api.get(Tags.PATH + "/" + tag)
                .expect(200)
                .json()
                .required("version")
                .asInt();
    }

    /** Versions that do not follow the one before. None comes twice. */
    private static long gaps(List<Integer> versions) {
        assertThat(versions).doesNotHaveDuplicates().isSorted();
        return IntStream.range(1, versions.size())
                .filter(i -> versions.get(i) != versions.get(i - 1) + 1)
                .count();
    }
}
