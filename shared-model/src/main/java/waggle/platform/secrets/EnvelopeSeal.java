package waggle.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import waggle.model.webhooks.SecretSeal;
import waggle.platform.aws.SecretSettings;

/**
 * Envelope encryption: a data key encrypts the secret, and lies beside it, encrypted itself. Opened secrets are kept in
 * memory, so that a call of an endpoint seldom costs a call of KMS.
 */
final class EnvelopeSeal implements SecretSeal {
    /** {@code v1}, the data key and the secret, both encrypted and in base64. */
    private static final Pattern SEALED = Pattern.compile("v1\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    private final DataKeys keys;
    private final OpenedSecrets opened = new OpenedSecrets();

    EnvelopeSeal(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public String seal(UUID company, UUID endpoint, String secret) {
        var context = context(company, endpoint);
        var key = keys.generate(context);
        var encrypted = AesGcm.encrypt(key.plain(), secret.getBytes(StandardCharsets.UTF_8), context);
        return "v1." + key.sealed() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted);
    }

    @Override
    public String open(UUID company, UUID endpoint, String sealed) {
        var context = context(company, endpoint);
        return opened.get(
                context.get(SecretSettings.CONTEXT_ENDPOINT) + context.get(SecretSettings.CONTEXT_COMPANY) + sealed,
                () -> decrypt(sealed, context));
    }

    private String decrypt(String sealed, Map<String, String> context) {
        var parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The text is no sealed secret");
        }
        var key = keys.open(parts.group(1), context);
        var secret = AesGcm.decrypt(key, Base64.getUrlDecoder().decode(parts.group(2)), context);
        return new String(secret, StandardCharsets.UTF_8);
    }

    private static Map<String, String> context(UUID company, UUID endpoint) {
        return Map.of(
                SecretSettings.CONTEXT_COMPANY,
                company.toString(),
                SecretSettings.CONTEXT_ENDPOINT,
                endpoint.toString());
    }
}
