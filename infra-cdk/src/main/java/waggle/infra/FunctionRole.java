package waggle.infra;

import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** What one function may do. The role CDK would make by itself may write every log group of the account. */
final class FunctionRole extends Construct {
    private final Role role;

    FunctionRole(Construct scope, LogGroup logs) {
        super(scope, "Role");
        role = Role.Builder.create(this, "Resource")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        logs.grantWrite(role);
        acceptWildcard("X-Ray's actions for sending traces know no resources", "/^Resource::\\*$/");
    }

    IRole role() {
        return role;
    }

    void allow(PolicyStatement statement) {
        role.addToPrincipalPolicy(statement);
    }

    /** Tells cdk-nag why a wildcard is meant; findings is a regular expression between slashes. */
    void acceptWildcard(String reason, String findings) {
        Nag.accept(role.getNode().findChild("DefaultPolicy"), "AwsSolutions-IAM5", reason, findings);
    }
}
