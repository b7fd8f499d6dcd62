package waggle.infra;

import java.util.Map;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.Settings;

/** The functions of an environment, each with what it may do. */
final class Functions extends Construct {
    private final Environment environment;
    private final FunctionJars jars;
    private final Table table;

    Functions(Construct scope, Environment environment, FunctionJars jars, Table table) {
        super(scope, "Functions");
        this.environment = environment;
        this.jars = jars;
        this.table = table;
    }

    IFunction authorizer() {
        var function = withTable(FunctionSpec.authorizer());
        table.grantKeyLookup(function.role());
        return function.alias();
    }

    JavaFunction of(ResourceGroup group) {
        var function = withTable(FunctionSpec.of(group));
        table.grantRecords(function.role());
        return function;
    }

    /** Whoever has no key gets nowhere near a record: the function may only see whether the table answers. */
    IFunction site() {
        var function = withTable(FunctionSpec.site());
        table.grantProbe(function.role());
        return function.alias();
    }

    private JavaFunction withTable(FunctionSpec spec) {
        return new JavaFunction(this, spec, environment, jars, Map.of(Settings.TABLE, table.name()));
    }
}
