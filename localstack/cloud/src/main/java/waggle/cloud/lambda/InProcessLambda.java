package waggle.cloud.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;

/** Invokes the handler of a function in this process. */
public final class InProcessLambda implements Lambda {
    private final RequestStreamHandler handler;

    public InProcessLambda(RequestStreamHandler handler) {
        this.handler = handler;
    }

    @Override
    @SuppressWarnings("NullAway") // the handlers do not use Lambda's context
    public byte[] invoke(byte[] event) {
        var in = new ByteArrayInputStream(Payload.request(event));
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(in, out, null);
        } catch (IOException | RuntimeException e) {
            throw new LambdaFailure(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
        return Payload.response(out.toByteArray());
    }

    @Override
    public void close() {
        if (handler instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("The function cannot be closed", e);
            }
        }
    }
}
