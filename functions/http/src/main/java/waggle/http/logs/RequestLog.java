package waggle.http.logs;

import org.slf4j.MDC;
import waggle.http.request.GatewayEvent;
import waggle.platform.aws.KeepAliveEvent;
import waggle.platform.gateway.AuthorizerContext;

/** The log of one request: its lines have the request id, the company and the API key, and its metric ends it. */
public final class RequestLog implements AutoCloseable {
    /** The request id of requests that no client sent, which no metric counts. */
    public static final String PRIMING = KeepAliveEvent.REQUEST_ID;

    private final GatewayEvent event;
    private final CapacityMeter meter;
    private final long start = System.nanoTime();

    private RequestLog(GatewayEvent event, CapacityMeter meter) {
        this.event = event;
        this.meter = meter;
    }

    /** Starts the log of a request on this thread. */
    public static RequestLog start(GatewayEvent event, CapacityMeter meter) {
        meter.take();
        MDC.put("request_id", event.requestId());
        MDC.put("company", event.authorizer(AuthorizerContext.COMPANY));
        MDC.put("api_key", event.authorizer(AuthorizerContext.API_KEY));
        return new RequestLog(event, meter);
    }

    /** Logs the metric of the request. */
    public void replied(int status) {
        RequestMetric.log(event, status, System.nanoTime() - start, meter.take());
    }

    @Override
    public void close() {
        MDC.clear();
    }
}
