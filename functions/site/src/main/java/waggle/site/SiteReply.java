package waggle.site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import waggle.model.ErrorCode;
import waggle.model.json.Json;
import waggle.platform.gateway.ReplyHeaders;

/**
 * A reply in API Gateway's format (proxy integration).
 *
 * @param headers including those of every reply
 * @param body empty if the reply has none
 */
record SiteReply(int status, Map<String, String> headers, String body) {
    static final String JSON = "application/json";

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ENTITY_TAG = "ETag";
    private static final int NOT_MODIFIED = 304;
    private static final int PERMANENT_REDIRECT = 308;

    static SiteReply page(String contentType, String caching, String text) {
        return new SiteReply(200, ReplyHeaders.common(), text)
                .with(CONTENT_TYPE, contentType)
                .with("Cache-Control", caching)
                .with(ENTITY_TAG, '"' + Hash.of(text) + '"');
    }

    /** @param location relative, because the event's path lacks the stage's name */
    static SiteReply moved(String location) {
        return new SiteReply(PERMANENT_REDIRECT, ReplyHeaders.common(), "")
                .without(CONTENT_TYPE)
                .with("Location", location);
    }

    static SiteReply error(ErrorCode code, SiteRequest request) {
        return error(code, Map.of("error", code.message()), request);
    }

    /** @param fields further fields of the error's body */
    static SiteReply error(ErrorCode code, Map<String, ?> fields, SiteRequest request) {
        var body = new LinkedHashMap<String, Object>(fields);
        body.put("code", code.code());
        body.put("request_id", request.id());
        var headers = ReplyHeaders.common();
        headers.putAll(ReplyHeaders.ofError(code));
        return new SiteReply(code.status(), headers, Json.write(body));
    }

    /** The reply as that of an API that is unavailable. */
    SiteReply unavailable() {
        var more = new LinkedHashMap<>(headers);
        more.putAll(ReplyHeaders.ofError(ErrorCode.SERVICE_UNAVAILABLE));
        return new SiteReply(ErrorCode.SERVICE_UNAVAILABLE.status(), more, body).without(ENTITY_TAG);
    }

    SiteReply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new SiteReply(status, more, body);
    }

    /** The reply to one request: with its id, and without a body for HEAD or a client that has the newest copy. */
    SiteReply to(SiteRequest request) {
        var reply = with(ReplyHeaders.REQUEST_ID, request.id());
        if (headers.containsKey(ENTITY_TAG) && request.knows(headers.get(ENTITY_TAG))) {
            return new SiteReply(NOT_MODIFIED, reply.headers, "").without(CONTENT_TYPE);
        }
        return request.isHead() ? new SiteReply(status, reply.headers, "") : reply;
    }

    void write(OutputStream out) throws IOException {
        var reply = Map.of("statusCode", status, "headers", headers, "body", body, "isBase64Encoded", false);
        Json.mapper().writeValue(out, reply);
    }

    private SiteReply without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new SiteReply(status, fewer, body);
    }
}
