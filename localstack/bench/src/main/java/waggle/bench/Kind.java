package waggle.bench;

import java.nio.file.Path;

/** The functions that are measured. */
enum Kind {
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

    String title() {
        return title;
    }

    Path jar(Path root) {
        return root.resolve(module).resolve("target/function.jar").normalize();
    }

    String handler() {
        return handler;
    }

    /** A text that every valid reply contains. */
    String expected() {
        return expected;
    }
}
