package waggle.acceptance.exchange;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads the body of a request from its publisher. */
final class SentBody implements Flow.Subscriber<ByteBuffer> {
    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);

    private SentBody() {}

    /** The body as text; empty if there is none. */
    static String of(HttpRequest request) {
        var body = new SentBody();
        request.bodyPublisher().ifPresentOrElse(publisher -> publisher.subscribe(body), body::onComplete);
        return body.text.getBody().toCompletableFuture().join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        text.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        text.onNext(List.of(buffer));
    }

    @Override
    public void onError(Throwable error) {
        text.onError(error);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
