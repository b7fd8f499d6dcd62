package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import waggle.acceptance.client.Api;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Partners;
import waggle.cloud.CrmFakes;
import waggle.model.crm.mapping.Provider;

/** A connection to a CRM in memory, and the waits for its work. */
record CrmSync(Api admin, String path, String uuid) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static CrmSync connect(Api admin, Provider provider) {
        var body = "{\"provider\":\"%s\",\"label\":\"Ours\",\"credentials\":%s}"
                .formatted(provider.system(), CrmFakes.credentials(provider));
        var created = admin.post("/crm-connections", body).expect(201).json();
        assertThat(created.has("credentials")).isFalse();
        assertThat(created.toString()).doesNotContain("local-");
        assertThat(created.path("status").asText()).isEqualTo("connecting");
        var uuid = Partners.uuid(created);
        return new CrmSync(admin, "/crm-connections/" + uuid, uuid);
    }

    void test() {
        var tested = admin.send("POST", path + "/test").expect(200).json();
        assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
        assertThat(admin.get(path).json().path("status").asText()).isEqualTo("active");
    }

    Reply putMappings(String mappings) {
        return admin.with("Content-Type", "application/json")
                .send("PUT", path + "/mappings", BodyPublishers.ofString(mappings));
    }

    /** Runs to the end. */
    JsonNode run(String request) {
        var begun = admin.post(path + "/sync", json(request)).expect(200).json();
        var run = await(
                path + "/runs/" + Partners.uuid(begun),
                found -> !found.path("status").asText().equals("running"));
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("finished");
        assertThat(run.at("/counts/failed").asInt()).as(run.toString()).isZero();
        return run;
    }

    JsonNode link(String filter) {
        var links = await(
                "/crm-links?connection_uuid=" + uuid + "&" + filter,
                found -> found.at("/meta/record-count").asInt() == 1);
        return links.path("data").path(0);
    }

    void pause() {
        admin.patch(path, json("{'status':'paused'}")).expect(200);
    }

    void resume() {
        admin.patch(path, json("{'status':'active'}")).expect(200);
    }

    JsonNode await(String read, Predicate<JsonNode> expected) {
        return until(() -> admin.get(read).expect(200).json(), expected);
    }

    static <T> T until(Supplier<T> read, Predicate<T> expected) {
        return until(PATIENCE, read, expected);
    }

    /** Reads again after each invocation of the worker; or after a second, since what it wrote may show a moment later. */
    static <T> T until(Duration patience, Supplier<T> read, Predicate<T> expected) {
        var ends = new Semaphore(0);
        Runnable ended = ends::release;
        LocalCloud.cloud().sync().watchEnds(ended);
        try {
            var deadline = System.nanoTime() + patience.toNanos();
            var found = read.get();
            while (!expected.test(found) && System.nanoTime() < deadline) {
                if (ends.tryAcquire(1, TimeUnit.SECONDS)) {
                    ends.drainPermits();
                }
                found = read.get();
            }
            assertThat(found).matches(expected);
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            LocalCloud.cloud().sync().stopEnds(ended);
        }
    }
}
