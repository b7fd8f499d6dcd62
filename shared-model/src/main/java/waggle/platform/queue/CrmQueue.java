package waggle.platform.queue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import waggle.model.Sha256;
import waggle.model.json.Json;
import waggle.platform.aws.BufferedBodies;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.Http;

/** The queue of the synchronisation in Amazon SQS: a FIFO queue with a message group for each connection. */
public final class CrmQueue {
    private static final Logger LOG = LoggerFactory.getLogger(CrmQueue.class);

    /** Amazon SQS API Reference, SendMessageBatch. */
    private static final int SEND_BATCH = 10;

    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(15);

    private final SqsClient client;
    private final String url;

    /** The queue of a function that uses no other one. */
    public static CrmQueue of(CrmSettings settings, AwsCredentialsProvider credentials) {
        return new CrmQueue(client(settings.region(), settings.sqs(), credentials), settings.queue());
    }

    /**
     * A client of SQS.
     *
     * @param endpoint null for that of AWS
     */
    public static SqsClient client(String region, @Nullable URI endpoint, AwsCredentialsProvider credentials) {
        var builder = SqsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .addExecutionInterceptor(new BufferedBodies()))
                .httpClientBuilder(Http.within(ATTEMPT));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    /**
     * The queue of a function that has a client.
     *
     * @param url of the queue
     */
    public CrmQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /**
     * Sends tasks. SQS drops repetitions of the last five minutes.
     *
     * @return the tasks that SQS refused
     */
    public Set<CrmTask> offer(List<CrmTask> tasks) {
        return IntStream.iterate(0, first -> first < tasks.size(), first -> first + SEND_BATCH)
                .mapToObj(first -> tasks.subList(first, Math.min(tasks.size(), first + SEND_BATCH)))
                .flatMap(batch -> send(batch).stream())
                .collect(Collectors.toSet());
    }

    private List<CrmTask> send(List<CrmTask> batch) {
        var entries = IntStream.range(0, batch.size())
                .mapToObj(place -> entry(place, batch.get(place)))
                .toList();
        var reply = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
        reply.failed().forEach(failed -> LOG.warn("SQS refused a task: {} {}", failed.code(), failed.message()));
        return reply.failed().stream()
                .map(failed -> batch.get(Integer.parseInt(failed.id())))
                .toList();
    }

    private static SendMessageBatchRequestEntry entry(int place, CrmTask task) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(place))
                .messageBody(Json.write(task))
                .messageGroupId(task.messageGroup())
                .messageDeduplicationId(
                        Sha256.of((task.connection() + " " + task.key()).getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** Sends a task that the sweeper also sends, later: a failure is logged only. */
    public void hint(CrmTask task) {
        try {
            offer(List.of(task));
        } catch (SdkException e) {
            LOG.warn("A task was not sent; the sweeper sends it within a minute", e);
        }
    }
}
