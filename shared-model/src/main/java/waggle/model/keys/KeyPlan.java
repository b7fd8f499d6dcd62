package waggle.model.keys;

import java.util.UUID;

/** The keys by which requests are counted (design: the usage plan). Each may be said again. */
public interface KeyPlan {
    /** Counts the requests of a key from now on. */
    void admit(UUID key);

    /** Counts them no longer; what is not there is as good as removed. */
    void remove(UUID key);
}
