package waggle.infra;

import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import waggle.model.ResourceGroup;

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
        var function = function(FunctionSpec.authorizer());
        table.grantKeyLookup(function.role());
        return function.alias();
    }

    IFunction of(ResourceGroup group) {
        var function = function(FunctionSpec.of(group));
        table.grantRecords(function.role());
        return function.alias();
    }

    private JavaFunction function(FunctionSpec spec) {
        return new JavaFunction(this, spec, environment, jars, table);
    }
}
