package waggle.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in Galois/Counter Mode (NIST SP 800-38D): encrypts, and detects changes of the text and of its context. */
final class AesGcm {
    private static final int KEY_BYTES = 32;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    static SecretKey newKey() {
        return key(random(KEY_BYTES));
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        // Not a static: all copies of a restored snapshot would have the same.
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** Returns a random nonce and the encrypted bytes. */
    static byte[] encrypt(SecretKey key, byte[] plain, Map<String, String> context) {
        var nonce = random(NONCE_BYTES);
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * Reverses {@link #encrypt}.
     *
     * @throws IllegalArgumentException for another key or context, or if the bytes were changed
     */
    static byte[] decrypt(SecretKey key, byte[] encrypted, Map<String, String> context) {
        try {
            var nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The bytes were not encrypted with this key for this context", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, Map<String, String> context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
