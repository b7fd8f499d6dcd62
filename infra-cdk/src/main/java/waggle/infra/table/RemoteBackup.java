package waggle.infra.table;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanCopyActionProps;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.constructs.Construct;
import waggle.infra.environment.Environment;
import waggle.infra.environment.Nag;

/** A daily backup of the table, with a copy in another region: point-in-time recovery does not leave the region. */
final class RemoteBackup extends Construct {
    private static final Duration KEPT = Duration.days(35);

    /** @param vault the ARN of a backup vault in the other region */
    RemoteBackup(Construct scope, Environment environment, ITable table, String vault) {
        super(scope, "RemoteBackup");
        var plan = BackupPlan.Builder.create(this, "Plan")
                .backupPlanName(environment.nameOf("daily"))
                .backupVault(BackupVault.Builder.create(this, "Vault")
                        .backupVaultName(environment.nameOf("table"))
                        .removalPolicy(environment.removalPolicy())
                        .build())
                .build();
        plan.addRule(BackupPlanRule.Builder.create()
                .ruleName("daily")
                .scheduleExpression(Schedule.cron(
                        CronOptions.builder().hour("3").minute("0").build()))
                .deleteAfter(KEPT)
                .copyActions(List.of(BackupPlanCopyActionProps.builder()
                        .destinationBackupVault(BackupVault.fromBackupVaultArn(this, "Copies", vault))
                        .deleteAfter(KEPT)
                        .build()))
                .build());
        var selection = plan.addSelection(
                "Table",
                BackupSelectionOptions.builder()
                        .resources(List.of(BackupResource.fromArn(table.getTableArn())))
                        .build());
        Nag.accept(
                selection.getNode().findChild("Role"),
                "AwsSolutions-IAM4",
                "The managed policy of AWS Backup, which changes with its features");
    }
}
