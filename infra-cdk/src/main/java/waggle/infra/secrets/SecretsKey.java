package waggle.infra.secrets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.function.JavaFunction;
import waggle.platform.aws.SecretSettings;

/** The KMS key of webhook secrets. Without it, the table, its stream, its backups and its exports show no secret. */
public final class SecretsKey extends Construct {
    private final Key key;

    public SecretsKey(Construct scope, Environment environment) {
        super(scope, "SecretsKey");
        key = Key.Builder.create(this, "Resource")
                .alias(environment.nameOf("webhook-secrets"))
                .description("Encrypts the signing secrets of webhook endpoints")
                .enableKeyRotation(true)
                .removalPolicy(environment.removalPolicy())
                .build();
    }

    /** Lets a function create secrets, and sign with them. */
    public void letEncrypt(JavaFunction function) {
        allow(function, "kms:GenerateDataKey", "kms:Decrypt");
    }

    /** Lets a function sign with secrets. */
    public void letDecrypt(JavaFunction function) {
        allow(function, "kms:Decrypt");
    }

    private void allow(JavaFunction function, String... actions) {
        function.setVariable(SecretSettings.KEY, key.getKeyArn());
        function.role()
                .allow(PolicyStatement.Builder.create()
                        .actions(List.of(actions))
                        .resources(List.of(key.getKeyArn()))
                        .conditions(Map.of("Null", required()))
                        .build());
    }

    /** In an order, so that the template is always the same. */
    private static Map<String, String> required() {
        var required = new TreeMap<String, String>();
        required.put(context(SecretSettings.CONTEXT_COMPANY), "false");
        required.put(context(SecretSettings.CONTEXT_ENDPOINT), "false");
        return required;
    }

    private static String context(String name) {
        return "kms:EncryptionContext:" + name;
    }
}
