package waggle.platform.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends the body of a request from a buffer and not as a stream, so that {@code HttpURLConnection} reuses a connection at
 * once. Before it streams a body over a kept-alive connection, it waits a millisecond for the server to close it, because it
 * cannot send a stream again. It sends a buffer again over a new connection. The SDK streams a body if it knows its length.
 */
public final class BufferedBodies implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().copy(request -> request.removeHeader("Content-Length"));
    }
}
