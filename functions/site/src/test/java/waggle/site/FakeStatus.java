package waggle.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import waggle.model.status.Beat;
import waggle.model.status.Day;
import waggle.model.status.Incident;
import waggle.site.status.StatusSource;

/** A status that a test sets, with the number of reads. */
final class FakeStatus implements StatusSource {
    Instant now = Instant.parse("2026-11-26T14:00:10Z");
    boolean isReachable = true;
    int beats;
    int histories;

    @Nullable
    Beat beat;

    List<Day> days = List.of();
    List<Incident> incidents = List.of();

    @Override
    public Optional<Beat> beat() {
        require();
        beats++;
        return Optional.ofNullable(beat);
    }

    @Override
    public List<Day> days(LocalDate from) {
        require();
        histories++;
        return days.stream().filter(day -> !day.date().isBefore(from)).toList();
    }

    @Override
    public List<Incident> incidents(Instant from) {
        require();
        return incidents;
    }

    private void require() {
        if (!isReachable) {
            throw SdkClientException.create("The table is away");
        }
    }
}
