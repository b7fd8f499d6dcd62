package waggle.cloud.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A function that cannot start. */
public final class Stillborn implements RequestHandler<String, String> {

    public Stillborn() {
        throw new IllegalStateException("no table");
    }

    @Override
    public String handleRequest(String event, Context context) {
        return event;
    }
}
