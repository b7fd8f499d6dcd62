package waggle.acceptance.cloud;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.platform.aws.Clients;

/** What the local cloud logs and stores. */
public final class Traces {
    private Traces() {}

    /** The embedded functions log to this process. */
    public static String logged(Runnable run) {
        var before = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Every item of the table. */
    public static String stored() {
        var settings = LocalCloud.cloud().settings();
        try (var table = Clients.dynamoDb(
                settings, StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))) {
            var all = new StringBuilder();
            table.scanPaginator(scan -> scan.tableName(settings.table()))
                    .items()
                    .forEach(all::append);
            return all.toString();
        }
    }
}
