package waggle.cloud.gateway;

import java.util.Map;
import waggle.platform.gateway.GatewayReply;

/** The gateway replies to a request with one of its gateway responses, without invoking the function. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final GatewayReply reply;
    private final String authorizerMessage;
    private final transient Map<String, String> headers;

    Refusal(GatewayReply reply) {
        this(reply, "", Map.of());
    }

    Refusal(GatewayReply reply, String authorizerMessage) {
        this(reply, authorizerMessage, Map.of());
    }

    Refusal(GatewayReply reply, Map<String, String> headers) {
        this(reply, "", headers);
    }

    private Refusal(GatewayReply reply, String authorizerMessage, Map<String, String> headers) {
        super(reply.name(), null, false, false);
        this.reply = reply;
        this.authorizerMessage = authorizerMessage;
        this.headers = headers;
    }

    Reply reply(String requestId) {
        return Reply.of(reply, requestId, authorizerMessage).with(headers);
    }
}
