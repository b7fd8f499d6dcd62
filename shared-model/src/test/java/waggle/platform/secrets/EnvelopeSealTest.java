package waggle.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

final class EnvelopeSealTest {
    private static final String SECRET = "whsec_c2VjcmV0";

    private final UUID company = UUID.randomUUID();
    private final UUID endpoint = UUID.randomUUID();
    private final LocalDataKeys keys = new LocalDataKeys(AesGcm.newKey());
    private final EnvelopeSeal seal = new EnvelopeSeal(keys);

    @Test
    void secret_sealedAndOpened_isTheSame_andTheSealDoesNotShowIt() {
        var sealed = seal.seal(company, endpoint, SECRET);

        assertThat(sealed).startsWith("v1.").doesNotContain("whsec").isNotEqualTo(seal.seal(company, endpoint, SECRET));
        assertThat(new EnvelopeSeal(keys).open(company, endpoint, sealed)).isEqualTo(SECRET);
    }

    @Test
    void secret_ofAnotherEndpointOrKey_orChanged_isNotOpened() {
        var sealed = seal.seal(company, endpoint, SECRET);
        seal.open(company, endpoint, sealed);
        var other = new EnvelopeSeal(new LocalDataKeys(AesGcm.newKey()));
        var changed = sealed.substring(0, sealed.length() - 4) + "AAAA";

        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(company, UUID.randomUUID(), sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(UUID.randomUUID(), endpoint, sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> other.open(company, endpoint, sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(company, endpoint, changed));
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(company, endpoint, SECRET));
    }

    @Test
    void secret_openedAgain_costsNoCallOfKms_andItsContextNamesTheEndpoint() {
        var kms = new Kms();
        var withKms = new EnvelopeSeal(new KmsDataKeys(kms, "arn:aws:kms:key"));
        var sealed = withKms.seal(company, endpoint, SECRET);

        for (var i = 0; i < 3; i++) {
            assertThat(withKms.open(company, endpoint, sealed)).isEqualTo(SECRET);
        }

        assertThat(kms.decrypted).isEqualTo(1);
        assertThat(kms.context).isEqualTo(Map.of("company", company.toString(), "endpoint", endpoint.toString()));
        assertThatIllegalArgumentException().isThrownBy(() -> withKms.open(company, UUID.randomUUID(), sealed));
    }

    @Test
    void openedSecrets_areAtMostAThousand() {
        var opened = new OpenedSecrets();
        for (var i = 0; i < 1_001; i++) {
            var secret = Integer.toString(i);
            opened.get(secret, () -> secret);
        }

        assertThat(opened.get("1000", () -> "opened again")).isEqualTo("1000");
        assertThat(opened.get("0", () -> "opened again")).isEqualTo("opened again");
    }

    /** Decrypts data keys for the context that it encrypted them for, like AWS KMS. */
    private static final class Kms implements KmsClient {
        private Map<String, String> context = Map.of();
        private int decrypted;

        @Override
        public GenerateDataKeyResponse generateDataKey(GenerateDataKeyRequest request) {
            context = request.encryptionContext();
            var key = AesGcm.newKey().getEncoded();
            return GenerateDataKeyResponse.builder()
                    .plaintext(SdkBytes.fromByteArray(key))
                    .ciphertextBlob(SdkBytes.fromByteArray(flipped(key)))
                    .build();
        }

        @Override
        public DecryptResponse decrypt(DecryptRequest request) {
            if (!request.encryptionContext().equals(context)) {
                throw InvalidCiphertextException.builder().build();
            }
            decrypted++;
            return DecryptResponse.builder()
                    .plaintext(SdkBytes.fromByteArray(
                            flipped(request.ciphertextBlob().asByteArray())))
                    .build();
        }

        private static byte[] flipped(byte[] key) {
            var flipped = Arrays.copyOf(key, key.length);
            for (var i = 0; i < flipped.length; i++) {
                flipped[i] ^= 1;
            }
            return flipped;
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
