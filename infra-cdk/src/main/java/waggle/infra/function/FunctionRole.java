package waggle.infra.function;

import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
import waggle.infra.environment.Nag;

/** The role of one function. CDK's own role could write to every log group of the account. */
public final class FunctionRole extends Construct {
    private final Role role;

    FunctionRole(Construct scope, LogGroup logs) {
        super(scope, "Role");
        role = Role.Builder.create(this, "Resource")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        logs.grantWrite(role);
        acceptWildcard("The actions of X-Ray that send traces support no resources", "/^Resource::\\*$/");
    }

    IRole role() {
        return role;
    }

    public void allow(PolicyStatement statement) {
        role.addToPrincipalPolicy(statement);
    }

    /** Accepts wildcards in the policy: {@code findings} is a regular expression between slashes. */
    public void acceptWildcard(String reason, String findings) {
        Nag.accept(role.getNode().findChild("DefaultPolicy"), "AwsSolutions-IAM5", reason, findings);
    }
}
