package waggle.model.transaction;

import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Failures that pass without a change of the request: another transaction holds an item, or DynamoDB throttles. */
final class Contention {
    /** Amazon DynamoDB API Reference, TransactWriteItems, "Cancellation reason codes". */
    private static final Set<String> REASONS =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");

    private Contention() {}

    static boolean isCauseOf(DynamoDbException failure) {
        return switch (failure) {
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream().anyMatch(reason -> REASONS.contains(reason.code()));
            case TransactionConflictException conflict -> true;
            default -> failure.isThrottlingException();
        };
    }
}
