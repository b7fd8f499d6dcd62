package waggle.cloud.gateway;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayRequest;

/** What can go wrong between us and API Gateway, with the requests of one type. */
final class Interruption implements ExecutionInterceptor {
    /** How the request fails. */
    enum Kind {
        /** It never arrives. */
        UNSENT,
        /** It is done, and nobody hears of it. */
        UNHEARD,
        /** It is done, but its first answer says that there were too many. */
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
        interrupt(context, Kind.UNSENT);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        interrupt(context, Kind.UNHEARD);
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
