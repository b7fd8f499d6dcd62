package waggle.delivery;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;

/** Opens a client for one call, which does nothing of its own accord: no redirect, retry, cookie, proxy or decompression. */
final class Transport {
    private static final String USER_AGENT = "Waggle-Webhooks/1";

    /** At most 800 KiB of headers; a body is bounded where it is read. */
    private static final Http1Config BOUNDS =
            Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8_192).build();

    private final CheckedAddresses addresses;
    private final TlsSocketStrategy tls;

    Transport(Receivers receivers, SSLContext trust) {
        addresses = new CheckedAddresses(receivers);
        // Names are verified as well, by the JDK and by HttpClient: that is the default of this builder.
        tls = ClientTlsStrategyBuilder.create()
                .setSslContext(trust)
                .setTlsVersions(TLS.V_1_2, TLS.V_1_3)
                .buildClassic();
    }

    /** A client whose connection is used once, so that no call meets a connection whose address it has not judged. */
    CloseableHttpClient open() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                // A connection that HttpClient may not keep is reset; this one ends with the client, in good order.
                .setConnectionReuseStrategy((request, response, context) -> true)
                .setUserAgent(USER_AGENT)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    private HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(BOUNDS)
                        .build())
                .setDnsResolver(addresses)
                .setTlsSocketStrategy(tls)
                .build();
    }
}
