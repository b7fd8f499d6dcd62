package waggle.bench.start;

import java.nio.charset.StandardCharsets;
import waggle.cloud.lambda.LambdaFunction;
import waggle.cloud.lambda.LambdaProcess;

/** A function to measure, with the event to invoke it with. */
record Candidate(Variant variant, LambdaFunction function, String event) {

    LambdaProcess start() {
        return new LambdaProcess(function);
    }

    /** Invokes the function and returns the nanoseconds that it took. */
    long time(LambdaProcess lambda) {
        var json = event.getBytes(StandardCharsets.UTF_8);
        var start = System.nanoTime();
        var answer = lambda.invoke(json);
        var time = System.nanoTime() - start;
        var text = new String(answer, StandardCharsets.UTF_8);
        if (!text.contains(variant.kind().expected())) {
            throw new IllegalStateException(variant.kind().title() + " replied " + text);
        }
        return time;
    }
}
