package waggle.delivery;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import waggle.delivery.receiver.Receivers;

/** Opens an HTTP client for one call, without redirects, retries, cookies, proxies and decompression. */
final class Transport {
    private static final String USER_AGENT = "Waggle-Webhooks/1";

    /** At most 800 KiB of headers. {@link Reply} limits the body. */
    private static final Http1Config BOUNDS =
            Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8_192).build();

    private final DnsResolver addresses;
    private final TlsSocketStrategy tls;

    Transport(Receivers receivers, SSLContext trust) {
        addresses = receivers.dnsResolver();
        // The builder's default verifies host names twice, by the JDK and by HttpClient.
        tls = ClientTlsStrategyBuilder.create()
                .setSslContext(trust)
                .setTlsVersions(TLS.V_1_2, TLS.V_1_3)
                .buildClassic();
    }

    /** Opens a client with its own connection, so that no call uses a connection whose address it has not checked. */
    CloseableHttpClient open() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                // HttpClient resets a connection that it may not reuse; this one is closed cleanly with its client.
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
