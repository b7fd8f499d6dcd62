package waggle.events.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import waggle.model.json.Json;
import waggle.platform.aws.QueueSettings;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;

/** The queues in Amazon SQS. */
public final class SqsQueues implements TaskQueues, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqsQueues.class);

    /** Amazon SQS API Reference, SendMessageBatch. */
    private static final int SEND_BATCH = 10;

    private final SqsClient client;
    private final QueueSettings settings;
    private final CrmQueue crm;

    public SqsQueues(QueueSettings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.client = CrmQueue.client(settings.region(), settings.endpoint(), credentials);
        this.crm = new CrmQueue(client, settings.crm());
    }

    @Override
    public Set<DeliveryTask> offer(List<DeliveryTask> tasks) {
        return new OrderedSending(SEND_BATCH, this::sendBatch).send(tasks);
    }

    /** Returns the positions of the tasks that SQS refused. */
    private Set<Integer> sendBatch(List<DeliveryTask> batch) {
        var reply = client.sendMessageBatch(
                send -> send.queueUrl(settings.deliveries()).entries(entries(batch)));
        reply.failed().forEach(failed -> LOG.warn("SQS refused a task: {} {}", failed.code(), failed.message()));
        return reply.failed().stream()
                .map(failed -> Integer.valueOf(failed.id()))
                .collect(Collectors.toSet());
    }

    private static List<SendMessageBatchRequestEntry> entries(List<DeliveryTask> tasks) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (var task : tasks) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(Json.write(task))
                    .messageGroupId(task.messageGroup())
                    .messageDeduplicationId(task.deduplicationId())
                    .build());
        }
        return entries;
    }

    @Override
    public Set<CrmTask> offerSync(List<CrmTask> tasks) {
        return crm.offer(tasks);
    }

    @Override
    public void park(String message) {
        client.sendMessage(send -> send.queueUrl(settings.unrelayed()).messageBody(message));
    }

    @Override
    public void send(DeliveryTask task, Duration delay) {
        var seconds = Math.toIntExact(delay.plusMillis(999).toSeconds());
        client.sendMessage(send ->
                send.queueUrl(settings.later()).messageBody(Json.write(task)).delaySeconds(seconds));
    }

    @Override
    public void delete(Message message) {
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
