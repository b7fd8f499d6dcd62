package waggle.infra.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.FunctionSpec;
import waggle.infra.function.JavaFunction;
import waggle.infra.secrets.SecretsKey;
import waggle.infra.table.Partitions;
import waggle.infra.table.Table;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.Settings;

/** The functions behind the API, each with its permissions. */
public final class Functions extends Construct {
    private final Environment environment;
    private final FunctionJars jars;
    private final Table table;
    private final JavaFunction authorizer;
    private final JavaFunction site;
    private final Map<ResourceGroup, JavaFunction> groups = new EnumMap<>(ResourceGroup.class);

    public Functions(Construct scope, Environment environment, FunctionJars jars, Table table, SecretsKey secretsKey) {
        super(scope, "Functions");
        this.environment = environment;
        this.jars = jars;
        this.table = table;
        authorizer = withTable(FunctionSpec.authorizer());
        table.grantKeyLookup(authorizer.role());
        for (var group : ResourceGroup.values()) {
            var function = withTable(FunctionSpec.of(group));
            table.grantRecords(function.role(), secretsBeyond(group));
            groups.put(group, function);
        }
        secretsKey.letEncrypt(of(ResourceGroup.WEBHOOKS));
        secretsKey.letEncrypt(of(ResourceGroup.CRM));
        // The function of the open pages reads no records. It may only read the status.
        site = withTable(FunctionSpec.site());
        table.grantStatus(site.role());
    }

    public JavaFunction authorizer() {
        return authorizer;
    }

    public JavaFunction of(ResourceGroup group) {
        return Objects.requireNonNull(groups.get(group));
    }

    public JavaFunction site() {
        return site;
    }

    public List<JavaFunction> all() {
        return Stream.concat(Stream.of(authorizer, site), groups.values().stream())
                .toList();
    }

    /** The partitions of secrets that the functions of a group have no use for. */
    public static List<String> secretsBeyond(ResourceGroup group) {
        var secrets = new ArrayList<String>();
        if (group != ResourceGroup.ACCOUNT) {
            secrets.addAll(Partitions.apiKeys());
        }
        if (group != ResourceGroup.LIVE) {
            secrets.add(Partitions.tickets());
        }
        if (group != ResourceGroup.WEBHOOKS) {
            secrets.add(Partitions.webhookSecrets());
        }
        if (group != ResourceGroup.CRM) {
            secrets.add(Partitions.crmCredentials());
        }
        return secrets;
    }

    private JavaFunction withTable(FunctionSpec spec) {
        return new JavaFunction(this, spec, environment, jars, Map.of(Settings.TABLE, table.name()));
    }
}
