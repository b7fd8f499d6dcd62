package waggle.infra.api;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Nag;
import waggle.infra.function.JavaFunction;

/** Deployments that give a tenth of the requests a minute to the new version, and all back to the old one on an alarm. */
public final class GradualShift extends Construct {
    private final LambdaApplication application;
    private final Role role;
    private final Alarm alarm;

    public GradualShift(Construct scope, Environment environment, Alarm alarm) {
        super(scope, "GradualShift");
        this.alarm = alarm;
        application = LambdaApplication.Builder.create(this, "Application")
                .applicationName(environment.nameOf("api"))
                .build();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                .build();
    }

    public void of(List<JavaFunction> functions) {
        for (var function : functions) {
            LambdaDeploymentGroup.Builder.create(this, function.id())
                    .application(application)
                    .role(role)
                    .alias(function.alias())
                    .deploymentConfig(LambdaDeploymentConfig.LINEAR_10_PERCENT_EVERY_1_MINUTE)
                    .alarms(List.of(alarm))
                    .autoRollback(AutoRollbackConfig.builder()
                            .failedDeployment(true)
                            .stoppedDeployment(true)
                            .deploymentInAlarm(true)
                            .build())
                    .build();
        }
        Nag.accept(role, "AwsSolutions-IAM4", "The managed policy of CodeDeploy for functions");
    }
}
