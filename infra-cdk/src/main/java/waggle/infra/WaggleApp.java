package waggle.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.MissingJarException;

/** Synthesises one stack for each environment. {@code cdk.json} runs it in the module's folder. */
public final class WaggleApp {
    private WaggleApp() {}

    public static void main(String[] arguments) {
        try {
            var app = new App();
            addStacks(app, new FunctionJars(Path.of("..", "functions")));
            app.synth();
        } catch (MissingJarException missing) {
            System.err.println(missing.getMessage());
            System.exit(1);
        }
    }

    static void addStacks(App app, FunctionJars jars) {
        for (var environment : Environment.values()) {
            new WaggleStack(app, environment, jars);
        }
        check(app);
    }

    /** Findings of cdk-nag fail the synthesis. */
    static void check(App app) {
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    }
}
