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
 * The secret of an API key: {@code wgl_<live|test>_}, 32 random base-62 characters (190 bits), and 6 characters of
 * checksum, with which a scanner recognises a real key offline (docs/api.md, "Account": API keys). It is shown once;
 * only its hash is stored.
 */
public final class KeySecret {
    /** Whether a key is for production or for tests. */
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

    /** Characters of the whole secret. */
    static final int LENGTH = MARK_LENGTH + RANDOM_LENGTH + CHECKSUM_LENGTH;

    /** Characters of {@link #prefix}. */
    static final int SHOWN_LENGTH = MARK_LENGTH + SHOWN;

    private static final String FORM = "wgl_(?:live|test)_[0-9A-Za-z]{38}";

    /**
     * The form of an {@code Authorization} header with a key: the scheme in any case (RFC 9110 §11.1), one or more spaces
     * (RFC 7235 §2.1), the key. The gateway refuses any other header without a call of the authorizer.
     */
    public static final String AUTHORIZATION = "^[Bb][Ee][Aa][Rr][Ee][Rr] +" + FORM + "$";

    private static final Pattern FORMAT = Pattern.compile(FORM);
    private static final Pattern BEARER = Pattern.compile(AUTHORIZATION);

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

    /** Parses a key; empty if the form or the checksum is wrong. Nothing is read. */
    public static Optional<KeySecret> parse(String text) {
        if (!FORMAT.matcher(text).matches()) {
            return Optional.empty();
        }
        var end = text.length() - CHECKSUM_LENGTH;
        return checksum(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new KeySecret(text))
                : Optional.empty();
    }

    /** The key in an {@code Authorization} header; empty if the form or the checksum is wrong. */
    public static Optional<KeySecret> ofAuthorization(String header) {
        return BEARER.matcher(header).matches()
                ? parse(header.substring(header.lastIndexOf(' ') + 1))
                : Optional.empty();
    }

    /** The whole secret, for the one reply that shows it. */
    public String reveal() {
        return secret;
    }

    /**
     * SHA-256 in hexadecimal. A secret with 190 random bits needs neither salt nor a slow hash, and is found with one
     * read.
     */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The beginning with the first six random characters, which identifies the key to a person. */
    public String prefix() {
        return secret.substring(0, secret.indexOf('_', "wgl_".length()) + 1 + SHOWN);
    }

    public String lastFour() {
        return secret.substring(secret.length() - 4);
    }

    /** The mode of a key with a {@link #prefix}. */
    public static Mode mode(String prefix) {
        return prefix.startsWith("wgl_" + Mode.LIVE.id) ? Mode.LIVE : Mode.TEST;
    }

    /** Without the secret, so that logs never contain it. */
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
