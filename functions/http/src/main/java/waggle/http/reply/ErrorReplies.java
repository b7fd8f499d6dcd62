package waggle.http.reply;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Arrays;
import waggle.http.request.GatewayEvent;
import waggle.model.ErrorCode;

/**
 * Turns every error into a reply: our refusals, Micronaut's (no such route, wrong method), and unexpected failures, of
 * which the client gets only the request id and the log everything.
 */
@Singleton
final class ErrorReplies
        implements ExceptionHandler<Throwable, HttpResponse<ApiError>>, ErrorResponseProcessor<ApiError> {
    @Override
    @SuppressWarnings("rawtypes") // Micronaut's interface has it raw
    public HttpResponse<ApiError> handle(HttpRequest request, Throwable error) {
        var event = GatewayEvent.of(request);
        var failure = Failure.of(error, event.getHttpMethod(), event.requestId());
        return reply(HttpResponse.status(failure.code().status(), null), failure);
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
        return reply(response, new Failure(code, ApiError.of(code, event.requestId())));
    }

    private static MutableHttpResponse<ApiError> reply(MutableHttpResponse<?> response, Failure failure) {
        failure.headers().forEach(response::header);
        return response.body(failure.error()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
