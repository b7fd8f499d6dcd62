package waggle.bench.cloud;

import java.nio.file.Path;
import waggle.cloud.lambda.LambdaFunction;

/** The functions that are measured. */
public enum Kind {
    PLAIN("plain handler", "localstack/bench/plain", "waggle.bench.plain.PlainHandler", "\"statusCode\":200"),
    WORKFLOW("workflow function", "functions/workflow", "waggle.http.ApiFunction", "\"statusCode\":200"),
    AUTHORIZER("authorizer", "functions/authorizer", "waggle.authorizer.AuthorizerFunction", "\"Allow\"");

    private final String title;
    private final String module;
    private final String handler;
    private final String expected;

    Kind(String title, String module, String handler, String expected) {
        this.title = title;
        this.module = module;
        this.handler = handler;
        this.expected = expected;
    }

    public String title() {
        return title;
    }

    /**
     * The packaged function, one process of which runs at a time.
     *
     * @param root the root of the checkout
     */
    public LambdaFunction function(Path root, BenchCloud cloud) {
        var jar = root.resolve(module).resolve("target/function.jar").normalize();
        return new LambdaFunction(title, jar, handler, cloud.environment()).withConcurrency(1);
    }

    /** A text that every valid reply contains. */
    public String expected() {
        return expected;
    }
}
