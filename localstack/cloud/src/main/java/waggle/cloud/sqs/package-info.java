/** SQS on this machine: ElasticMQ and the queues of deliveries. */
@NullMarked
package waggle.cloud.sqs;

import org.jspecify.annotations.NullMarked;
