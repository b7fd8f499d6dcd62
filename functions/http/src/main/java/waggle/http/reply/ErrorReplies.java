package waggle.http.reply;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import waggle.http.request.GatewayEvent;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.platform.gateway.ReplyHeaders;

/**
 * Turns every error into a reply: our refusals, Micronaut's (no such route, wrong method), and unexpected failures, of
 * which the client gets only the request id and the log everything.
 */
@Singleton
final class ErrorReplies
        implements ExceptionHandler<Throwable, HttpResponse<ApiError>>, ErrorResponseProcessor<ApiError> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);

    @Override
    @SuppressWarnings("rawtypes") // Micronaut's interface has it raw
    public HttpResponse<ApiError> handle(HttpRequest request, Throwable error) {
        var event = GatewayEvent.of(request);
        if (error instanceof WaggleException refused) {
            return reply(HttpResponse.status(refused.code().status(), null), ApiError.of(refused, event.requestId()));
        }
        LOG.error("request {} failed", event.requestId(), error);
        var isPassing = TableFailure.leftNothing(event.getHttpMethod(), error);
        return reply(
                event, isPassing ? HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE) : HttpResponse.serverError());
    }

    @Override
    public MutableHttpResponse<ApiError> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return reply(GatewayEvent.of(context.getRequest()), response);
    }

    private static MutableHttpResponse<ApiError> reply(GatewayEvent event, MutableHttpResponse<?> response) {
        var code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.status() == response.code())
                .findFirst()
                .orElse(ErrorCode.INTERNAL_ERROR);
        return reply(response, ApiError.of(code, event.requestId()));
    }

    private static MutableHttpResponse<ApiError> reply(MutableHttpResponse<?> response, ApiError error) {
        ReplyHeaders.ofError(error.code()).forEach(response::header);
        return response.body(error).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
