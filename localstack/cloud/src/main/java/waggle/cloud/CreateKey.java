package waggle.cloud;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import waggle.model.companies.Company;
import waggle.model.keys.ApiKey;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;

/** {@code waggle keys create}. */
@Command(
        name = "create",
        description = "Opens a company and prints its first key.",
        sortOptions = false,
        showDefaultValues = true)
final class CreateKey implements Callable<Integer> {
    private static final String LOCAL = "local";

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = LOCAL,
            description = "where: dev, staging or prod in AWS, or local, which waggle up runs")
    private String environment = LOCAL;

    @Option(names = "--company", paramLabel = "NAME", required = true, description = "the company's name")
    private String company = "";

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "First key", description = "what the key is for")
    private String label = "";

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            defaultValue = "read,write,admin",
            description = "what the key may do")
    private List<String> scopes = List.of();

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: that of your AWS profile)")
    private @Nullable String region;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "of the local waggle")
    private int port;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;

    CreateKey(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The key is alone on the standard output, so that a script can take it from there. */
    @Override
    public Integer call() {
        var key = open(
                new Company(text("--company", company, Company.LONGEST_NAME)),
                text("--label", label, ApiKey.LONGEST_LABEL),
                wanted());
        err.println("This is the first key of " + company.strip() + ", and the only time that it is shown.");
        out.println(key.reveal());
        out.flush();
        return 0;
    }

    private KeySecret open(Company opened, String told, Scopes granted) {
        try {
            var maker = environment.equals(LOCAL) ? RunningCloud.find(port) : DeployedCloud.find(environment, region);
            return maker.open(opened, told, granted);
        } catch (AwsServiceException e) {
            throw new Complaint(
                    "No key was made: " + e.awsErrorDetails().serviceName() + " answered "
                            + e.awsErrorDetails().errorMessage(),
                    e);
        } catch (SdkException e) {
            throw new Complaint("No key was made: " + e.getMessage(), e);
        }
    }

    private static String text(String option, String value, int longest) {
        var text = value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new Complaint(option + " must have 1 to " + longest + " characters");
        }
        return text;
    }

    private Scopes wanted() {
        if (!Scopes.known().containsAll(scopes)) {
            throw new Complaint(
                    "--scopes must be read, write or admin, or read or write of one resource: partners:read");
        }
        return Scopes.parse(scopes);
    }
}
