package waggle.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import waggle.delivery.receiver.Receivers;

class ConcurrentCallsTest {
    private static final int CALLS = 200;
    private static final byte[] OK = "HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8);

    private final WebhookCall call = new WebhookCall(Receivers.PUBLIC_AND_LOCAL);

    /** The slow receivers reply after all others have replied, so any limit on open calls fails the test. */
    @Test
    void slowReceivers_doNotDelayOthers() throws Exception {
        var others = new CountDownLatch(CALLS);
        try (var slow = new Receiver((self, socket) -> {
                    self.readRequest(socket);
                    await(others);
                    socket.getOutputStream().write(OK);
                });
                var quick = Receiver.replying(new String(OK, UTF_8));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Outcome>>(Collections.nCopies(CALLS, () -> post(slow)));
            calls.addAll(Collections.nCopies(CALLS, () -> {
                var outcome = post(quick);
                others.countDown();
                return outcome;
            }));

            for (var outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get().isSuccess()).isTrue();
            }
        }
    }

    private Outcome post(Receiver receiver) {
        return call.post(receiver.uri(), Map.of(), new byte[0]);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IOException("the other calls did not end");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
