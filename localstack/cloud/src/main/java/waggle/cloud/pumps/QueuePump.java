package waggle.cloud.pumps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waggle.cloud.lambda.Lambda;
import waggle.model.aws.QueueFacts;
import waggle.model.json.Json;

/**
 * Takes messages from a queue, ten at a time, and hands them to a function; those that it does not report as failed are
 * deleted (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). Messages that fail come again once their time of
 * being invisible is over.
 */
public final class QueuePump {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePump.class);

    /** How long an empty queue is listened to. */
    private static final int LONG_POLL_SECONDS = 1;

    /** Before a queue is asked again whose messages wait behind others of their group. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final SqsClient client;
    private final String url;
    private final Lambda function;
    private final Semaphore turns;

    private QueuePump(SqsClient client, String url, Lambda function, int concurrency) {
        this.client = client;
        this.url = url;
        this.function = function;
        this.turns = new Semaphore(concurrency);
    }

    /**
     * Begins to take messages.
     *
     * @param concurrency how many batches are worked on side by side
     */
    public static Pump start(SqsClient client, String url, Lambda function, int concurrency) {
        var pump = new QueuePump(client, url, function, concurrency);
        return Pump.start("pump of " + url.substring(url.lastIndexOf('/') + 1), pump::stroke);
    }

    private Duration stroke() throws InterruptedException {
        turns.acquire();
        var messages = next();
        if (messages.isEmpty()) {
            turns.release();
            return PAUSE;
        }
        Thread.startVirtualThread(() -> work(messages));
        return Duration.ZERO;
    }

    /** Long polls are for empty queues: where messages wait, ElasticMQ looks at them over and over until one ends. */
    private List<Message> next() {
        try {
            var messages = receive(0);
            return messages.isEmpty() && !hasWaiting() ? receive(LONG_POLL_SECONDS) : messages;
        } catch (RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    private List<Message> receive(int waitSeconds) {
        return client.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(QueueFacts.MESSAGE_BATCH)
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private boolean hasWaiting() {
        var waiting = client.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        return !"0".equals(waiting);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever fails, the messages come again
    private void work(List<Message> messages) {
        try {
            var failed = failed(function.invoke(event(messages)));
            delete(messages.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .toList());
        } catch (RuntimeException e) {
            LOG.warn("{} messages will come again", messages.size(), e);
        } finally {
            turns.release();
        }
    }

    private static Set<String> failed(byte[] answer) {
        try {
            return Json.mapper()
                    .readTree(answer)
                    .path("batchItemFailures")
                    .valueStream()
                    .map(failure -> failure.path("itemIdentifier").asText())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(List<Message> messages) {
        if (!messages.isEmpty()) {
            client.deleteMessageBatch(batch -> batch.queueUrl(url)
                    .entries(messages.stream()
                            .map(message -> DeleteMessageBatchRequestEntry.builder()
                                    .id(message.messageId())
                                    .receiptHandle(message.receiptHandle())
                                    .build())
                            .toList()));
        }
    }

    private byte[] event(List<Message> messages) {
        var event = Json.mapper().createObjectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.add(record(message)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode record(Message message) {
        ObjectNode record = Json.mapper().createObjectNode();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        var attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        record.putObject("messageAttributes");
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + url.substring(url.lastIndexOf('/') + 1));
        record.put("awsRegion", "us-east-1");
        return record;
    }
}
