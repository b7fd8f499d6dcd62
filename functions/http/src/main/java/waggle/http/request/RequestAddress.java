package waggle.http.request;

import waggle.model.catalogue.ResourceGroup;

/**
 * The address that a request was sent to, without its query.
 *
 * @param url absolute, with everything before {@code /v1}
 */
public record RequestAddress(String url) {
    static RequestAddress of(GatewayEvent event) {
        var scheme = event.header("X-Forwarded-Proto").orElse("http");
        return new RequestAddress(scheme + "://" + event.header("Host").orElse("localhost") + event.requestedPath());
    }

    /** The address of the gateway: that of a path of the API without {@code /v1} and all behind it. */
    public String root() {
        var base = url.indexOf(ResourceGroup.BASE + "/");
        return base < 0 ? url : url.substring(0, base);
    }
}
