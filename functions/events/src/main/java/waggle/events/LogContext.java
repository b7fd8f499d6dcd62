package waggle.events;

import java.util.UUID;
import org.slf4j.MDC;

/** The fields of the log lines of one thread, named like those of API requests. */
final class LogContext {
    private LogContext() {}

    static void company(UUID company) {
        MDC.put("company", company.toString());
    }

    /** @param id of the API request that caused the event */
    static void request(String id) {
        MDC.put("request_id", id);
    }

    static void clear() {
        MDC.clear();
    }
}
