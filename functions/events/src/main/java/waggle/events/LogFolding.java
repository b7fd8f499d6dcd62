package waggle.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.WaggleException;
import waggle.model.store.Logs;

/** Folds the logs of the companies whose events pass, each at most once a minute. Lists are exact without it. */
final class LogFolding {
    private static final Logger LOG = LoggerFactory.getLogger(LogFolding.class);

    /** Younger entries cannot be folded, and a try reads a segment of each log. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Logs logs;
    private final Clock clock;
    private final Map<UUID, Instant> folded = new HashMap<>();

    LogFolding(Logs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /** A failure is logged only: a later batch or a list folds what this call did not. */
    void fold(Set<UUID> companies) {
        var now = clock.instant();
        folded.values().removeIf(time -> time.isBefore(now.minus(PAUSE)));
        companies.stream()
                .filter(company -> folded.putIfAbsent(company, now) == null)
                .forEach(this::fold);
    }

    private void fold(UUID company) {
        try {
            logs.fold(company);
        } catch (SdkException | WaggleException e) {
            LOG.warn("The logs of company {} were not folded", company, e);
        }
    }
}
