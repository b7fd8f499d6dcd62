package waggle.cloud.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a process. */
final class Invocation {
    private final String id = UUID.randomUUID().toString();
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
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

    CompletableFuture<byte[]> answer() {
        return answer;
    }

    void fail(String message) {
        answer.completeExceptionally(new LambdaFailure(message));
    }
}
