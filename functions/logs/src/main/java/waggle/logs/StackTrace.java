package waggle.logs;

import java.io.PrintWriter;
import java.io.StringWriter;

final class StackTrace {
    private StackTrace() {}

    static String of(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
