package waggle.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * The local table's client with faults: the process dies before or after a call, or another transaction holds an item.
 */
public final class FaultyClient {
    private FaultyClient() {}

    /** What happens at a call. */
    public enum Fault {
        NONE,
        KILLED_BEFORE,
        KILLED_AFTER,
        /** The reply was lost, and the client sent the call again. */
        REPEATED,
        CONFLICT("TransactionConflict"),
        /** The call is done, but its reply was lost, and the client that sent it again met itself. */
        CONFLICT_WITH_ITSELF("TransactionConflict"),
        THROTTLED("ThrottlingError"),
        OVER_CAPACITY("ProvisionedThroughputExceeded"),
        OVER_RATE("RequestLimitExceeded");

        private final @Nullable String reason;

        Fault() {
            this(null);
        }

        Fault(@Nullable String reason) {
            this.reason = reason;
        }

        /** What DynamoDB throws; a transaction names the reason, and other writes have exceptions of their own. */
        DynamoDbException thrownBy(String method) {
            if (method.equals("transactWriteItems")) {
                var because = CancellationReason.builder().code(reason).build();
                return TransactionCanceledException.builder()
                        .cancellationReasons(because)
                        .build();
            }
            var error = AwsErrorDetails.builder().errorCode("ThrottlingException");
            return this == CONFLICT
                    ? TransactionConflictException.builder().build()
                    : (DynamoDbException) DynamoDbException.builder()
                            .awsErrorDetails(error.build())
                            .build();
        }
    }

    /** Chooses the fault of each call. */
    @FunctionalInterface
    public interface Plan {
        Fault at(String method);
    }

    /** The death of the process, which no code handles. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed(String method) {
            super("killed at " + method, null, false, false);
        }
    }

    /** Transactions of processes that chance kills, before or after one, and that meet others. */
    public static DynamoDbClient random(Random random) {
        return with(method -> method.equals("transactWriteItems")
                ? switch (random.nextInt(16)) {
                    case 0 -> Fault.KILLED_BEFORE;
                    case 1 -> Fault.KILLED_AFTER;
                    case 2, 3 -> Fault.CONFLICT;
                    default -> Fault.NONE;
                }
                : Fault.NONE);
    }

    /** The client of a process whose call of a number, from 0, meets a fault. */
    public static DynamoDbClient at(int call, Fault fault) {
        var calls = new AtomicInteger();
        return with(method -> calls.getAndIncrement() == call ? fault : Fault.NONE);
    }

    public static DynamoDbClient with(Plan plan) {
        return with(LocalTable.shared(), plan);
    }

    /** The client of another table. */
    public static DynamoDbClient with(DynamoDbClient client, Plan plan) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                FaultyClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> call(client, plan, method, arguments));
    }

    private static @Nullable Object call(DynamoDbClient client, Plan plan, Method method, Object[] arguments)
            throws Throwable {
        var fault = plan.at(method.getName());
        if (fault == Fault.KILLED_BEFORE) {
            throw new Killed(method.getName());
        }
        if (fault.reason != null && fault != Fault.CONFLICT_WITH_ITSELF) {
            throw fault.thrownBy(method.getName());
        }
        try {
            var result = method.invoke(client, arguments);
            if (fault == Fault.REPEATED) {
                return method.invoke(client, arguments);
            }
            if (fault == Fault.KILLED_AFTER) {
                throw new Killed(method.getName());
            }
            if (fault == Fault.CONFLICT_WITH_ITSELF) {
                throw fault.thrownBy(method.getName());
            }
            return result;
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
