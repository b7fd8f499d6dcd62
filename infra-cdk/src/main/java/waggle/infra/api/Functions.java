package waggle.infra.api;

import java.util.Map;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.FunctionSpec;
import waggle.infra.function.JavaFunction;
import waggle.infra.table.Table;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.Settings;

/** The functions behind the API, each with its permissions. */
public final class Functions extends Construct {
    private final Environment environment;
    private final FunctionJars jars;
    private final Table table;

    public Functions(Construct scope, Environment environment, FunctionJars jars, Table table) {
        super(scope, "Functions");
        this.environment = environment;
        this.jars = jars;
        this.table = table;
    }

    public IFunction authorizer() {
        var function = withTable(FunctionSpec.authorizer());
        table.grantKeyLookup(function.role());
        return function.alias();
    }

    public JavaFunction of(ResourceGroup group) {
        var function = withTable(FunctionSpec.of(group));
        table.grantRecords(function.role());
        return function;
    }

    /** The function of the open pages reads no records. It may only test whether the table is available. */
    public IFunction site() {
        var function = withTable(FunctionSpec.site());
        table.grantProbe(function.role());
        return function.alias();
    }

    private JavaFunction withTable(FunctionSpec spec) {
        return new JavaFunction(this, spec, environment, jars, Map.of(Settings.TABLE, table.name()));
    }
}
