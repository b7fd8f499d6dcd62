package waggle.acceptance.webhooks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.cloud.Receiver;
import waggle.acceptance.webhooks.Arrivals.Arrival;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.cloud.poller.StreamOrder;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/** Every event arrives in order while processes are killed and receivers fail ({@code docs/api.md}, "Deliveries"). */
@Packaged
final class PipelineKilledTest {
    private static final int WRITES = Integer.getInteger("waggle.writes", 80);
    private static final int KILLS = 4;
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);

    /** Shorter than in AWS, and longer than a process of the dispatcher takes to start and to make a call. */
    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(15);

    @Test
    void event_arrivesInTheOrderOfItsRecord_whateverIsKilled() throws Exception {
        assumeTrue(
                Boolean.getBoolean("waggle.lambda"), "Only processes of their own can be killed; skipped in process");
        // The processes of the other tests' cloud that run now are spared. It survives the death of later ones.
        LocalCloud.cloud();
        var spared = EventKiller.processes();
        var options = CloudOptions.defaults()
                .withRate(1_000_000)
                .withLocalWebhooks()
                .withStreamOrder(StreamOrder.weakened())
                .withSweepInterval(SWEEP_INTERVAL)
                .withVisibilityTimeout(VISIBILITY_TIMEOUT);
        try (var cloud = Cloud.start(options.withPackaged(LocalCloud.checkout()));
                var receiver = Receiver.open()) {
            var key = cloud.open(new Company("Killed"), KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN));
            var writers = new TagWriters(cloud.baseUrl(), key.reveal());
            var secret = writers.endpoint(receiver.url(), "tag.*").required("secret");
            var arrivals = new Arrivals(secret.asText());
            receiver.answerEach(arrivals::answer);

            var begun = System.nanoTime();
            var written = writeWhileKilling(writers, spared);
            var all = arrivals.until(written.keySet());

            report(begun, written, all);
            verify(written, all);
            assertThat(writers.events("tag.created,tag.updated")).isEqualTo(WRITES);
        }
    }

    private static Map<Change, JsonNode> writeWhileKilling(TagWriters writers, Set<ProcessHandle> spared)
            throws InterruptedException {
        try (var killer = new EventKiller(spared, KILLS)) {
            var written = writers.write(WRITES);
            var killed = killer.killed();
            System.out.println("Killed: " + killed.stream().collect(groupingBy(name -> name, toList())));
            return written;
        }
    }

    private static void report(long begun, Map<Change, JsonNode> written, List<Arrival> all) {
        var taken = all.stream().filter(Arrival::isTaken).count();
        System.out.printf(
                "%d writes, all arrived after %d s; %d calls failed, %d were doubles%n",
                written.size(),
                (System.nanoTime() - begun) / 1_000_000_000,
                all.size() - taken,
                taken - written.size());
    }

    private static void verify(Map<Change, JsonNode> written, List<Arrival> all) {
        assertThat(all).allMatch(Arrival::isSigned);
        assertThat(all).allSatisfy(arrival -> assertThat(written)
                .containsEntry(arrival.change(), arrival.got().json().at("/data/object")));
        assertThat(all.stream()
                        .collect(groupingBy(Arrival::change, mapping(PipelineKilledTest::event, toSet())))
                        .values())
                .as("a change has one event, however often it comes")
                .allMatch(events -> events.size() == 1);
        assertThat(all.stream()
                        .filter(Arrival::isTaken)
                        .map(Arrival::change)
                        .distinct()
                        .collect(groupingBy(Change::record, mapping(Change::version, toList()))))
                .allSatisfy((record, versions) -> assertThat(versions).isSorted());
    }

    /** The id by which a receiver recognises duplicates, and the body. */
    private static List<String> event(Arrival arrival) {
        return List.of(arrival.got().id(), arrival.got().body());
    }
}
