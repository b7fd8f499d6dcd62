package waggle.platform.secrets;

import java.util.Base64;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.webhooks.SecretSeal;
import waggle.platform.aws.SecretSettings;

/** Makes the seal of webhook secrets: with a key in AWS KMS, or with a local key in a local cloud. */
public final class Seals {
    private static final String LOCAL = "local:";

    private Seals() {}

    /** The seal of a function. It makes no call before its first use. */
    public static SecretSeal of(SecretSettings settings, AwsCredentialsProvider credentials) {
        var key = settings.key();
        return new EnvelopeSeal(
                key.startsWith(LOCAL)
                        ? new LocalDataKeys(AesGcm.key(Base64.getDecoder().decode(key.substring(LOCAL.length()))))
                        : KmsDataKeys.of(settings, credentials));
    }

    /** A new key for a local cloud, in the place of the ARN of a key in AWS KMS. */
    public static String newLocalKey() {
        return LOCAL + Base64.getEncoder().encodeToString(AesGcm.newKey().getEncoded());
    }
}
