package waggle.platform.secrets;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import waggle.platform.aws.Http;
import waggle.platform.aws.SecretSettings;

/** Data keys that a customer key in AWS KMS encrypts (AWS KMS Developer Guide, "Data keys", "Encryption context"). */
record KmsDataKeys(KmsClient client, String key) implements DataKeys {
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(10);

    static KmsDataKeys of(SecretSettings settings, AwsCredentialsProvider credentials) {
        var client = KmsClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        calls -> calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .httpClientBuilder(Http.within(ATTEMPT))
                .endpointOverride(settings.endpoint())
                .build();
        return new KmsDataKeys(client, settings.key());
    }

    @Override
    public DataKey generate(Map<String, String> context) {
        var made = client.generateDataKey(
                generate -> generate.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(context));
        return new DataKey(
                AesGcm.key(made.plaintext().asByteArray()),
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(made.ciphertextBlob().asByteArray()));
    }

    @Override
    public SecretKey open(String sealed, Map<String, String> context) {
        try {
            var blob = SdkBytes.fromByteArray(Base64.getUrlDecoder().decode(sealed));
            var opened = client.decrypt(
                    decrypt -> decrypt.keyId(key).ciphertextBlob(blob).encryptionContext(context));
            return AesGcm.key(opened.plaintext().asByteArray());
        } catch (InvalidCiphertextException e) {
            throw new IllegalArgumentException("The data key was not encrypted for this context", e);
        }
    }
}
