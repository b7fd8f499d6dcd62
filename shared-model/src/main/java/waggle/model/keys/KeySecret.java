package waggle.model.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret itself: {@code wgl_<live|test>_}, 32 random base-62 characters (190 bits) and 6 of checksum, so that a
 * scanner can tell a real one offline (contract §5). It is shown once; only its hash is stored.
 */
public final class KeySecret {
    /** Whether a key opens a company's real data or that of a machine for trying things. */
    public enum Mode {
        LIVE("live"),
        TEST("test");

        private final String id;

        Mode(String id) {
            this.id = id;
        }
    }

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int SHOWN = 6;
    private static final int MARK_LENGTH = 9;

    /** Of the whole text. */
    static final int LENGTH = MARK_LENGTH + RANDOM_LENGTH + CHECKSUM_LENGTH;

    /** Of {@link #prefix}. */
    static final int SHOWN_LENGTH = MARK_LENGTH + SHOWN;

    private static final Pattern FORMAT = Pattern.compile("wgl_(?:live|test)_[0-9A-Za-z]{38}");

    private final String secret;

    private KeySecret(String secret) {
        this.secret = secret;
    }

    public static KeySecret generate(Mode mode) {
        var random = new SecureRandom();
        var body = new StringBuilder("wgl_").append(mode.id).append('_');
        random.ints(RANDOM_LENGTH, 0, DIGITS.length()).forEach(i -> body.append(DIGITS.charAt(i)));
        return new KeySecret(body + checksum(body.toString()));
    }

    /** The key a text is, or empty when it cannot be one: told from its form and checksum alone. */
    public static Optional<KeySecret> parse(String text) {
        if (!FORMAT.matcher(text).matches()) {
            return Optional.empty();
        }
        var end = text.length() - CHECKSUM_LENGTH;
        return checksum(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new KeySecret(text))
                : Optional.empty();
    }

    /** The whole secret, for the one time it is shown. */
    public String reveal() {
        return secret;
    }

    /** SHA-256 in hexadecimal: enough for a secret with 190 bits of chance, and found with one read. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** How it begins, with six of its 38 characters: enough to tell it from others. */
    public String prefix() {
        return secret.substring(0, secret.indexOf('_', "wgl_".length()) + 1 + SHOWN);
    }

    public String lastFour() {
        return secret.substring(secret.length() - 4);
    }

    /** Whether it is of a company's real data. */
    static Mode mode(String prefix) {
        return prefix.startsWith("wgl_" + Mode.LIVE.id) ? Mode.LIVE : Mode.TEST;
    }

    /** Never the secret, so that a stray log line gives nothing away. */
    @Override
    public String toString() {
        return "KeySecret[…" + lastFour() + "]";
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var checksum = new char[CHECKSUM_LENGTH];
        var rest = crc.getValue();
        for (var i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            checksum[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(checksum);
    }
}
