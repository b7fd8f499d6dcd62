package waggle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waggle.cloud.lambda.LambdaFailure;

/**
 * Writes while connections are cut, the gateway drops all connections and refuses messages, and the functions of live updates
 * die. {@code -Dwaggle.live.writes=10000} writes more, and {@code -Dwaggle.live.seed} repeats a run.
 */
final class LiveFaultsTest {
    private static final int WRITES = Integer.getInteger("waggle.live.writes", 150);
    private static final long SEED = Long.getLong("waggle.live.seed", System.nanoTime());
    private static final int RECORDS = 5;
    private static final int WRITERS = 2;

    /** One fault for so many writes. */
    private static final int WRITES_OF_A_FAULT = 6;

    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();
    private final Random random = new Random(SEED);
    private final AtomicBoolean isDying = new AtomicBoolean();
    private final AtomicBoolean isRefusing = new AtomicBoolean();

    @Test
    void client_thatResumes_hearsEveryEventOnce_andInOrder() {
        System.out.println("LiveFaultsTest: -Dwaggle.live.seed=" + SEED);
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
                    write(tags, number);
                    if (number % WRITES_OF_A_FAULT == 0) {
                        fail(follower);
                    }
                }
                return writer;
            });
            var expected = tags.stream().collect(Collectors.toMap(tag -> tag, this::version));

            await(follower, expected);
            assertThat(follower.versions()).allSatisfy((tag, versions) -> assertThat(versions)
                    .isEqualTo(IntStream.rangeClosed(versions.getFirst(), expected.getOrDefault(tag, 0))
                            .boxed()
                            .toList()));
            assertThat(follower.versions().get(tags.getLast())).startsWith(2);
            System.out.println("LiveFaultsTest: %d writes, %d connections".formatted(WRITES, follower.connections()));
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

    private static void await(LiveFollower follower, Map<String, Integer> expected) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < deadline
                && !expected.entrySet().stream()
                        .allMatch(tag -> follower.versions().getOrDefault(tag.getKey(), List.of()).stream()
                                .anyMatch(tag.getValue()::equals))) {
            Thread.onSpinWait();
        }
    }
}
