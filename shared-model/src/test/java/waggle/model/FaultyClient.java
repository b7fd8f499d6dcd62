package waggle.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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
        CONFLICT
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

    public static DynamoDbClient with(Plan plan) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                FaultyClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> call(plan, method, arguments));
    }

    private static @Nullable Object call(Plan plan, Method method, Object[] arguments) throws Throwable {
        var fault = plan.at(method.getName());
        if (fault == Fault.KILLED_BEFORE) {
            throw new Killed(method.getName());
        }
        if (fault == Fault.CONFLICT) {
            throw TransactionCanceledException.builder()
                    .cancellationReasons(CancellationReason.builder()
                            .code("TransactionConflict")
                            .build())
                    .build();
        }
        try {
            var result = method.invoke(LocalTable.shared(), arguments);
            if (fault == Fault.KILLED_AFTER) {
                throw new Killed(method.getName());
            }
            return result;
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
