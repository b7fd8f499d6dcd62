package waggle.model.keys;

import java.util.UUID;

/** The usage plan, which counts the requests of each key. Both operations can be repeated. */
public interface KeyPlan {
    /**
     * The value by which the plan counts the requests of a key. It has 32 hexadecimal characters, since API Gateway accepts
     * 20 to 128 letters and digits (Amazon API Gateway Developer Guide, "Usage plans and API keys").
     */
    static String value(UUID key) {
        return key.toString().replace("-", "");
    }

    /** Counts the requests of a key from now on. */
    void admit(UUID key);

    /** Stops counting the requests of a key; does nothing for a key that is not in the plan. */
    void remove(UUID key);
}
