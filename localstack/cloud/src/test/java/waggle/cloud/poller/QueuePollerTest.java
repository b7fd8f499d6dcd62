package waggle.cloud.poller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import waggle.cloud.lambda.Lambda;
import waggle.cloud.sqs.EmbeddedSqs;
import waggle.model.Patience;

/** An idle poller is cheap, both with an empty queue and with messages that wait behind others of their group. */
final class QueuePollerTest {
    private final EmbeddedSqs sqs = EmbeddedSqs.start();
    private final Calls calls = new Calls();
    private final SqsClient client = SqsClient.builder()
            .endpointOverride(sqs.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(calls))
            .build();
    private final String queue = client.createQueue(create -> create.queueName("polled.fifo")
                    .attributesWithStrings(Map.of(QueueAttributeName.FIFO_QUEUE.toString(), "true")))
            .queueUrl();
    private final Slow function = new Slow();

    @AfterEach
    void end() {
        client.close();
        sqs.close();
    }

    @Test
    void emptyQueue_isReadWithLongPolls() throws Exception {
        try (var poller = QueuePoller.start(client, queue, function, 2)) {
            assertThat(poller).isNotNull();
            assertThat(calls.next(6))
                    .containsExactly("short poll", "count", "long poll", "short poll", "count", "long poll");
        }
    }

    @Test
    void queueOfBlockedMessages_isReadWithoutLongPolls() throws Exception {
        try (var poller = QueuePoller.start(client, queue, function, 2)) {
            assertThat(poller).isNotNull();
            send("first");
            assertThat(function.next()).contains("first");
            send("second");
            calls.next(calls.made.size());

            var later = calls.next(20);

            // The count may precede the second message.
            assertThat(later.subList(4, later.size())).doesNotContain("long poll");
            function.answer.countDown();
            assertThat(function.next()).contains("second");
        } finally {
            function.answer.countDown();
        }
    }

    private void send(String text) {
        client.sendMessage(send ->
                send.queueUrl(queue).messageBody(text).messageGroupId("group").messageDeduplicationId(text));
    }

    /** Records the calls of the poller. */
    private static final class Calls implements ExecutionInterceptor {
        private final BlockingQueue<String> made = new LinkedBlockingQueue<>();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            name(context.request()).forEach(made::add);
        }

        List<String> next(int count) {
            return Stream.generate(this::next).limit(count).toList();
        }

        private String next() {
            try {
                return Objects.requireNonNull(made.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static Stream<String> name(SdkRequest request) {
            if (request instanceof ReceiveMessageRequest receive) {
                return Stream.of(receive.waitTimeSeconds() == 0 ? "short poll" : "long poll");
            }
            return request instanceof GetQueueAttributesRequest ? Stream.of("count") : Stream.empty();
        }
    }

    /** Returns when the test counts down its latch. */
    private static final class Slow implements Lambda {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final CountDownLatch answer = new CountDownLatch(1);

        @Override
        public byte[] invoke(byte[] event) {
            events.add(new String(event, UTF_8));
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "{}".getBytes(UTF_8);
        }

        String next() throws InterruptedException {
            return Objects.requireNonNull(events.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS));
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
