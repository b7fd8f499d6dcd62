package waggle.cloud.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An event and its pending response. */
final class Invocation {
    private final String id = UUID.randomUUID().toString();
    private final CompletableFuture<byte[]> response = new CompletableFuture<>();
    private final byte[] event;

    Invocation(byte[] event) {
        this.event = event;
    }

    String id() {
        return id;
    }

    byte[] event() {
        return event;
    }

    CompletableFuture<byte[]> response() {
        return response;
    }

    void fail(String message) {
        response.completeExceptionally(new LambdaFailure(message));
    }
}
