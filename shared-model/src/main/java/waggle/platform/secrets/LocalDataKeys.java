package waggle.platform.secrets;

import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;

/** Data keys that a key on this machine encrypts, for a local cloud. */
record LocalDataKeys(SecretKey key) implements DataKeys {
    @Override
    public DataKey generate(Map<String, String> context) {
        var plain = AesGcm.newKey();
        var sealed = AesGcm.encrypt(key, plain.getEncoded(), context);
        return new DataKey(plain, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    @Override
    public SecretKey open(String sealed, Map<String, String> context) {
        return AesGcm.key(AesGcm.decrypt(key, Base64.getUrlDecoder().decode(sealed), context));
    }
}
