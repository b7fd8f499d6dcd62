package waggle.cloud.gateway;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayRequest;

/** Interrupts requests of one type to API Gateway. */
final class Interruption implements ExecutionInterceptor {
    enum Kind {
        /** The request does not reach API Gateway. */
        REQUEST_LOST,
        /** API Gateway handles the request, but its reply is lost. */
        REPLY_LOST,
        /** API Gateway handles the request, but the first reply is 429. */
        THROTTLED_ONCE
    }

    private final Class<? extends ApiGatewayRequest> type;
    private final Kind kind;
    private boolean throttled;

    Interruption(Class<? extends ApiGatewayRequest> type, Kind kind) {
        this.type = type;
        this.kind = kind;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        interrupt(context, Kind.REQUEST_LOST);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        interrupt(context, Kind.REPLY_LOST);
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (kind != Kind.THROTTLED_ONCE || throttled || !type.isInstance(context.request())) {
            return context.httpResponse();
        }
        throttled = true;
        return context.httpResponse().toBuilder()
                .statusCode(429)
                .putHeader("x-amzn-ErrorType", "TooManyRequestsException")
                .build();
    }

    private void interrupt(Context.BeforeTransmission context, Kind when) {
        if (kind == when && type.isInstance(context.request())) {
            throw new IllegalStateException("interrupted");
        }
    }
}
