package waggle.logs;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** Writes INFO and above for Waggle's own classes, and WARN and above for libraries. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1L;
    private static final String OWN = "waggle.";

    /** Micronaut adds the function's configuration to the context of every request: ARN, memory, version. */
    private static final String CONFIGURATION = "AWSFunction";

    private final transient Consumer<byte[]> out;
    private final Level least;

    JsonLogger(String name, Consumer<byte[]> out) {
        this.name = name;
        this.out = out;
        this.least = name.startsWith(OWN) ? Level.INFO : Level.WARN;
    }

    @Override
    public void log(LoggingEvent event) {
        var message = MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
        var line = line(event.getLevel(), message);
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> line.add(pair.key, pair.value));
        }
        write(line, event.getThrowable());
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        write(line(level, MessageFormatter.basicArrayFormat(pattern, arguments)), failure);
    }

    private LogLine line(Level level, String message) {
        var line = new LogLine()
                .add(
                        "timestamp",
                        Instant.ofEpochMilli(System.currentTimeMillis()).toString())
                .add("level", level.toString())
                .add("logger", name)
                .add("message", message);
        addContext(line);
        return line;
    }

    private static void addContext(LogLine line) {
        var context = MDC.getCopyOfContextMap();
        if (context != null) {
            context.forEach((name, value) -> {
                if (!name.startsWith(CONFIGURATION)) {
                    line.add(name, value);
                }
            });
        }
    }

    private void write(LogLine line, @Nullable Throwable failure) {
        if (failure != null) {
            line.add("error", failure.toString()).add("stack_trace", StackTrace.of(failure));
        }
        out.accept(line.bytes());
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }

    private boolean isEnabled(Level level) {
        return level.toInt() >= least.toInt();
    }
}
