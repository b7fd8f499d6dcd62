package waggle.cloud.poller;

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
import waggle.model.json.Json;
import waggle.platform.aws.QueueFacts;

/**
 * Invokes a function with batches of up to ten messages of a queue, and deletes the messages that the function does not
 * report as failed (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS"). A failed message is received again after
 * the visibility timeout of the queue.
 */
public final class QueuePoller {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

    private static final int LONG_POLL_SECONDS = 1;

    /** The delay before the next poll of a queue whose messages wait behind others of their message group. */
    private static final Duration DELAY = Duration.ofMillis(25);

    private final SqsClient client;
    private final String url;
    private final Lambda function;
    private final Semaphore permits;

    private QueuePoller(SqsClient client, String url, Lambda function, int concurrency) {
        this.client = client;
        this.url = url;
        this.function = function;
        this.permits = new Semaphore(concurrency);
    }

    /**
     * Starts to poll a queue.
     *
     * @param concurrency the maximum number of concurrent invocations
     */
    public static Poller start(SqsClient client, String url, Lambda function, int concurrency) {
        var poller = new QueuePoller(client, url, function, concurrency);
        return Poller.startInterruptible("poller of " + url.substring(url.lastIndexOf('/') + 1), poller::poll);
    }

    private Duration poll() throws InterruptedException {
        permits.acquire();
        var messages = next();
        if (messages.isEmpty()) {
            permits.release();
            return DELAY;
        }
        Thread.startVirtualThread(() -> process(messages));
        return Duration.ZERO;
    }

    /** Uses a long poll only if the queue is empty: ElasticMQ scans waiting messages in a busy loop during a long poll. */
    private List<Message> next() {
        try {
            var messages = receive(0);
            return messages.isEmpty() && !hasWaiting() ? receive(LONG_POLL_SECONDS) : messages;
        } catch (RuntimeException e) {
            permits.release();
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
        var count = client.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        return !"0".equals(count);
    }

    @SuppressWarnings("CatchingUnchecked") // after any failure the messages are received again
    private void process(List<Message> messages) {
        try {
            var failed = failed(function.invoke(event(messages)));
            delete(messages.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .toList());
        } catch (RuntimeException e) {
            LOG.warn("A batch failed: its {} messages are received again later", messages.size(), e);
        } finally {
            permits.release();
        }
    }

    private static Set<String> failed(byte[] response) {
        try {
            return Json.mapper()
                    .readTree(response)
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
