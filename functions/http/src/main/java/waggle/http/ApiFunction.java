package waggle.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.function.aws.MicronautLambdaContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.crac.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.aws.Clients;
import waggle.model.aws.Settings;

/** The handler of every resource group: one Micronaut application behind API Gateway's proxy integration. */
public final class ApiFunction implements RequestStreamHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiFunction.class);

    private final ApiGatewayProxyRequestEventFunction micronaut;

    /** Kept here because the context it is registered with holds it weakly. */
    private final Priming priming;

    /** Starts with the settings of the environment, as Lambda wants it. */
    public ApiFunction() {
        this(Settings.from(System::getenv), Clients.lambdaCredentials());
    }

    /** @param others further beans, which a deployed function would make from its environment */
    public ApiFunction(Settings settings, AwsCredentialsProvider credentials, Object... others) {
        // One class loader for whatever Micronaut looks up, or it reads the index of the whole jar twice.
        Thread.currentThread().setContextClassLoader(ApiFunction.class.getClassLoader());
        // Not Micronaut's builder for Lambda: a start makes only what its first request needs, and Priming the rest.
        micronaut = new ApiGatewayProxyRequestEventFunction(
                ApplicationContext.builder(Environment.FUNCTION, MicronautLambdaContext.ENVIRONMENT_LAMBDA)
                        .singletons(settings, credentials)
                        .singletons(others)
                        .build());
        priming = new Priming(this, this::paths);
        Core.getGlobalContext().register(priming);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = GatewayEvent.read(in);
        reply(event, context).finish(event).write(out);
    }

    @Override
    public void close() {
        micronaut.close();
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a request can provoke is answered, never handed to the gateway
    private GatewayAnswer reply(GatewayEvent event, Context context) {
        try {
            if (!PlainPath.matches(event.getPath())) {
                return GatewayAnswer.error(event, new WaggleException(ErrorCode.NOT_FOUND));
            }
            Access.require(event);
            return new GatewayAnswer(micronaut.handleRequest(event, context));
        } catch (WaggleException refusal) {
            return GatewayAnswer.error(event, refusal);
        } catch (RuntimeException e) {
            LOG.error("request {} failed", event.requestId(), e);
            return GatewayAnswer.error(event, new WaggleException(ErrorCode.INTERNAL_ERROR));
        }
    }

    @SuppressWarnings("rawtypes") // a class literal has no type argument
    private List<String> paths() {
        return micronaut.getApplicationContext().getBeansOfType(ReadController.class).stream()
                .map(controller -> ((ReadController<?>) controller).path())
                .toList();
    }
}
