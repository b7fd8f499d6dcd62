package waggle.infra;

import java.util.Map;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.model.ResourceGroup;
import waggle.model.aws.Settings;

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

    IFunction of(ResourceGroup group) {
        var function = withTable(FunctionSpec.of(group));
        table.grantRecords(function.role());
        return function.alias();
    }

    /** Whoever has no key gets nowhere near the table: the function does not even know its name. */
    IFunction site() {
        return function(FunctionSpec.site(), Map.of()).alias();
    }

    private JavaFunction withTable(FunctionSpec spec) {
        return function(spec, Map.of(Settings.TABLE, table.name()));
    }

    private JavaFunction function(FunctionSpec spec, Map<String, String> variables) {
        return new JavaFunction(this, spec, environment, jars, variables);
    }
}
