package waggle.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waggle.model.aws.QueueSettings;

/** The queues of deliveries, as the infrastructure makes them. */
record Queues(SqsClient client, QueueSettings settings) implements AutoCloseable {
    /** Longer than a dispatcher has time for; one that died is found out after it. */
    private static final Duration INVISIBLE = Duration.ofSeconds(45);

    static Queues create(URI endpoint, String region, AwsCredentialsProvider credentials) {
        var client = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var invisible = Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(INVISIBLE.toSeconds()));
        var later = client.createQueue(
                queue -> queue.queueName("waggle-local-later").attributes(invisible));
        var deliveries = client.createQueue(queue -> queue.queueName("waggle-local-deliveries.fifo")
                .attributes(Map.of(
                        QueueAttributeName.FIFO_QUEUE,
                        "true",
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(INVISIBLE.toSeconds()))));
        return new Queues(client, new QueueSettings(region, deliveries.queueUrl(), later.queueUrl(), endpoint));
    }

    @Override
    public void close() {
        client.close();
    }
}
