package waggle.cloud.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import waggle.platform.aws.QueueFacts;
import waggle.platform.aws.QueueSettings;

/** The queues of deliveries and of the synchronisation with CRMs, with the attributes that the infrastructure gives them in AWS. */
public record Queues(SqsClient client, QueueSettings settings) implements AutoCloseable {
    /**
     * Creates the queues on the SQS server at an endpoint.
     *
     * @param visibilityTimeout of the queues of deliveries, in whole seconds
     */
    public static Queues create(
            URI endpoint, String region, AwsCredentialsProvider credentials, Duration visibilityTimeout) {
        var client = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var visibility = Long.toString(visibilityTimeout.toSeconds());
        var later = client.createQueue(queue -> queue.queueName("waggle-local-later")
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, visibility)));
        var deliveries = client.createQueue(queue -> queue.queueName("waggle-local-deliveries" + QueueFacts.FIFO_SUFFIX)
                .attributes(Map.of(
                        QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.VISIBILITY_TIMEOUT, visibility)));
        var unrelayed = client.createQueue(queue -> queue.queueName("waggle-local-relay-dead-letters"));
        var crm = client.createQueue(queue -> queue.queueName("waggle-local-crm" + QueueFacts.FIFO_SUFFIX)
                .attributes(Map.of(
                        QueueAttributeName.FIFO_QUEUE,
                        "true",
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(QueueFacts.SYNC_VISIBILITY.toSeconds()))));
        return new Queues(
                client,
                new QueueSettings(
                        region,
                        deliveries.queueUrl(),
                        later.queueUrl(),
                        unrelayed.queueUrl(),
                        crm.queueUrl(),
                        endpoint));
    }

    @Override
    public void close() {
        client.close();
    }
}
