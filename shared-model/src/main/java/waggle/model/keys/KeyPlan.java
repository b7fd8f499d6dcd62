package waggle.model.keys;

import java.util.UUID;

/** The usage plan, which counts the requests of each key. Both operations can be repeated. */
public interface KeyPlan {
    /** Counts the requests of a key from now on. */
    void admit(UUID key);

    /** Stops counting the requests of a key; does nothing for a key that is not in the plan. */
    void remove(UUID key);
}
