package waggle.platform.aws;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a function that encrypts or decrypts webhook secrets.
 *
 * @param region AWS region, as Lambda names it
 * @param key ARN of the KMS key
 * @param endpoint of KMS; only in a local cloud
 */
public record SecretSettings(
        String region, String key, @Nullable URI endpoint) {
    public static final String KEY = "WAGGLE_SECRETS_KEY";
    public static final String ENDPOINT = "AWS_ENDPOINT_URL_KMS";

    /** The names in the encryption context of each secret. The key's permissions require both. */
    public static final String CONTEXT_COMPANY = "company";

    public static final String CONTEXT_ENDPOINT = "endpoint";

    /**
     * Reads the environment variables of a function.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static SecretSettings from(UnaryOperator<@Nullable String> environment) {
        var endpoint = environment.apply(ENDPOINT);
        return new SecretSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, KEY),
                endpoint == null ? null : URI.create(endpoint));
    }
}
