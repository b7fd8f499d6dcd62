package waggle.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import waggle.model.aws.QueueSettings;
import waggle.model.json.Json;

/** The queues of SQS. */
final class SqsQueues implements Queues, AutoCloseable {
    /** Amazon SQS API Reference, SendMessageBatch. */
    private static final int MOST_AT_ONCE = 10;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);

    private final SqsClient client;
    private final QueueSettings settings;

    SqsQueues(QueueSettings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        var builder = SqsClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        calls -> calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
    }

    @Override
    public void send(List<Shipment> shipments) {
        for (var from = 0; from < shipments.size(); from += MOST_AT_ONCE) {
            var some = shipments.subList(from, Math.min(from + MOST_AT_ONCE, shipments.size()));
            var answer = client.sendMessageBatch(
                    batch -> batch.queueUrl(settings.deliveries()).entries(entries(some)));
            if (answer.hasFailed() && !answer.failed().isEmpty()) {
                throw new IllegalStateException("The queue refused a message: "
                        + answer.failed().getFirst().code());
            }
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<Shipment> shipments) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (var shipment : shipments) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(Json.write(shipment))
                    .messageGroupId(shipment.group())
                    .messageDeduplicationId(shipment.deduplication())
                    .build());
        }
        return entries;
    }

    @Override
    public void send(Shipment shipment, Duration wait) {
        var seconds = Math.toIntExact(wait.plusMillis(999).toSeconds());
        client.sendMessage(message -> message.queueUrl(settings.later())
                .messageBody(Json.write(shipment))
                .delaySeconds(seconds));
    }

    @Override
    public void done(Message message) {
        client.deleteMessage(delete -> delete.queueUrl(url(message)).receiptHandle(message.receipt()));
    }

    @Override
    public void putBack(Message message) {
        client.changeMessageVisibility(change ->
                change.queueUrl(url(message)).receiptHandle(message.receipt()).visibilityTimeout(0));
    }

    private String url(Message message) {
        return message.isInOrder() ? settings.deliveries() : settings.later();
    }

    @Override
    public void close() {
        client.close();
    }
}
