package waggle.site.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import waggle.model.status.Beat;
import waggle.model.status.Day;
import waggle.model.status.Incident;

/** Where the status comes from. Each method throws {@code SdkException} if the table cannot be reached. */
public interface StatusSource {
    /** The last heartbeat; empty before the first. */
    Optional<Beat> beat();

    /** The days from a date on. */
    List<Day> days(LocalDate from);

    /** The incidents that began since a time, the newest first. */
    List<Incident> incidents(Instant from);
}
