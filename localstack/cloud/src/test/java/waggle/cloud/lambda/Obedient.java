package waggle.cloud.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A function that runs the command in its event. */
public final class Obedient implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        var command = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        var text =
                switch (command) {
                    case "pid" -> Long.toString(ProcessHandle.current().pid());
                    case "environment" -> System.getenv("_HANDLER") + " " + System.getenv("GREETING");
                    case "print" -> print();
                    case "fail" -> throw new IllegalStateException("Unauthorized");
                    case "exhaust" -> throw new OutOfMemoryError("no more");
                    case "die" -> die();
                    case "hang" -> hang();
                    default -> command;
                };
        response.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String print() {
        System.out.println("printed");
        return "";
    }

    private static String die() {
        Runtime.getRuntime().halt(3);
        return "";
    }

    private static String hang() {
        try {
            new CountDownLatch(1).await();
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
