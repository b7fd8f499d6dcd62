package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import waggle.cloud.CommandFailure;
import waggle.cloud.client.ApiClient;
import waggle.cloud.client.ApiReply;
import waggle.model.keys.KeySecret;

/** The API that a demo is written through: at a steady pace, with retries under the same idempotency key. */
final class DemoApi {
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;
    private static final int CLIENT_ERROR = 400;

    private final ApiClient client;
    private final Pace pace;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    /** @param rate requests a minute */
    DemoApi(URI baseUrl, KeySecret key, int rate) {
        pace = new Pace(rate);
        client = new ApiClient(baseUrl, key, pace::hold);
    }

    int requests() {
        return requests.get();
    }

    /** Requests that changed something. */
    int writes() {
        return writes.get();
    }

    /** The records on all pages of a list; its path has a query. */
    List<JsonNode> all(String list) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        var page = 1;
        for (var found = page(list, page); !found.isEmpty(); found = page(list, ++page)) {
            found.forEach(all::add);
        }
        return all;
    }

    private JsonNode page(String list, int page) throws InterruptedException {
        return get(list + "&pageSize=50&page=" + page).path("data");
    }

    JsonNode get(String path) throws InterruptedException {
        return succeeded(reply(() -> client.get(path))).body();
    }

    /** @throws CommandFailure if the API refuses the request */
    JsonNode post(String path, JsonNode body) throws InterruptedException {
        return succeeded(write("POST", path, body)).body();
    }

    /** @throws CommandFailure if the API refuses the request */
    void put(String path, JsonNode body) throws InterruptedException {
        succeeded(write("PUT", path, body));
    }

    /** Posts a request that the API may refuse with a conflict. */
    ApiReply tryPost(String path, JsonNode body) throws InterruptedException {
        var reply = write("POST", path, body);
        return isConflict(reply) ? reply : succeeded(reply);
    }

    /** Changes a record in a way that the API may refuse with a conflict. */
    ApiReply tryPatch(String path, JsonNode body) throws InterruptedException {
        var reply = write("PATCH", path, body);
        return isConflict(reply) ? reply : succeeded(reply);
    }

    static boolean isConflict(ApiReply reply) {
        return reply.status() == CONFLICT;
    }

    /** @throws CommandFailure unless the request succeeded */
    ApiReply succeeded(ApiReply reply) {
        if (reply.status() >= CLIENT_ERROR) {
            throw client.failure(reply);
        }
        return reply;
    }

    private ApiReply write(String method, String path, JsonNode body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var reply = reply(() -> client.write(method, path, body, key));
        if (reply.status() < CLIENT_ERROR) {
            writes.incrementAndGet();
        }
        return reply;
    }

    /** A request. */
    private interface Call {
        ApiReply send() throws IOException, InterruptedException;
    }

    /** The reply of a request that is sent again if its outcome is unknown. */
    private ApiReply reply(Call call) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            pace.await();
            requests.incrementAndGet();
            try {
                var reply = call.send();
                // The attempt before may still run.
                if (attempt == 1 || attempt == ATTEMPTS || !isConflict(reply)) {
                    return reply;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new CommandFailure(
                            Objects.requireNonNull(e.getMessage()) + "; repeat the command to continue", e);
                }
            }
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
        }
    }

    /** Spaces the requests of all workers evenly, so that they stay below a rate. */
    private static final class Pace {
        private final long interval;
        private long next = System.nanoTime();

        /** @param rate requests a minute */
        Pace(int rate) {
            interval = Duration.ofMinutes(1).toNanos() / rate;
        }

        /** Waits for the turn of the next request. */
        void await() throws InterruptedException {
            hold(Duration.ZERO);
        }

        /** Delays all requests that have no turn yet, and waits for one. */
        void hold(Duration pause) throws InterruptedException {
            Thread.sleep(Duration.ofNanos(turn(pause.toNanos())));
        }

        private synchronized long turn(long pause) {
            var now = System.nanoTime();
            var turn = Math.max(next, now + pause);
            next = turn + interval;
            return turn - now;
        }
    }
}
