package waggle.events.logs;

import java.util.UUID;
import org.slf4j.MDC;

/** The fields of the log lines of one thread, named like those of API requests. */
public final class LogContext {
    private LogContext() {}

    public static void company(UUID company) {
        MDC.put("company", company.toString());
    }

    /**
     * Names the API request that caused an event.
     *
     * @param id of the request
     */
    public static void request(String id) {
        MDC.put("request_id", id);
    }

    public static void clear() {
        MDC.clear();
    }
}
