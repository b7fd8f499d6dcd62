package waggle.delivery.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names of receivers lead to. */
class ResolvedReceiversTest {
    private static final String HOST = "must name a public host like hooks.example.com";
    private static final String ADDRESS = "must lead to public addresses only";

    @Test
    void url_whoseHostIsNotResolvedInTime_isRefused() {
        var receivers = Receivers.PUBLIC
                .resolvedBy(host -> new CompletableFuture<List<InetAddress>>().join())
                .resolvedWithin(Duration.ofMillis(20));

        assertThat(receivers.fault("https://hooks.example.com/")).contains("must name a host that can be resolved");
    }

    @Test
    void url_withASyntaxFault_isNotResolved() {
        var receivers = Receivers.PUBLIC.resolvedBy(host -> {
            throw new AssertionError(host);
        });

        assertThat(receivers.fault("https://localhost/")).contains(HOST);
    }

    @Test
    void name_withPublicAddressesOnly_isAllowed() {
        assertThat(resolving(Receivers.PUBLIC, "1.1.1.1,2606:4700::1").fault("https://hooks.example.com/"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "1.1.1.1,10.0.0.1", "10.0.0.1,1.1.1.1", "1.1.1.1,::1", "127.0.0.1"})
    void name_withOneAddressThatIsNotPublic_isRefused(String addresses) {
        var url = "https://hooks.example.com/";

        assertThat(resolving(Receivers.PUBLIC, addresses).fault(url)).contains(ADDRESS);
        assertThat(resolving(Receivers.PUBLIC_AND_LOCAL, addresses).fault(url)).contains(ADDRESS);
    }

    @Test
    void name_withoutAnAddress_isRefused() {
        var receivers = Receivers.PUBLIC.resolvedBy(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(receivers.fault("https://hooks.example.com/")).contains("must name a host that can be resolved");
        assertThat(Receivers.PUBLIC.resolvedBy(host -> List.of()).fault("https://hooks.example.com/"))
                .contains("must name a host that can be resolved");
    }

    @Test
    void localhost_resolvedToAnotherAddress_isRefused() {
        assertThat(resolving(Receivers.PUBLIC_AND_LOCAL, "127.0.0.1,::1").fault("http://localhost:1/"))
                .isEmpty();
        assertThat(resolving(Receivers.PUBLIC_AND_LOCAL, "10.0.0.1").fault("http://localhost:1/"))
                .contains(ADDRESS);
    }

    private static Receivers resolving(Receivers receivers, String addresses) {
        return receivers.resolvedBy(host ->
                Stream.of(addresses.split(",", -1)).map(InetAddress::ofLiteral).toList());
    }
}
