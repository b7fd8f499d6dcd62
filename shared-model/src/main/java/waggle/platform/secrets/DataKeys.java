package waggle.platform.secrets;

import java.util.Map;
import javax.crypto.SecretKey;

/** Makes and decrypts data keys: AES keys that encrypt one secret each, and that a key which never leaves its place encrypts. */
interface DataKeys {
    /**
     * A data key.
     *
     * @param plain the key
     * @param sealed the same key, encrypted, in base64
     */
    record DataKey(SecretKey plain, String sealed) {}

    /** Makes a data key that is decrypted for the same context only. */
    DataKey generate(Map<String, String> context);

    SecretKey open(String sealed, Map<String, String> context);
}
