package waggle.delivery.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {
    private static final String HOST = "must name a public host like hooks.example.com";
    private static final String ADDRESS = "must lead to public addresses only";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/",
                "https://hooks.example.com/a/b?c=d&e=%20",
                "HTTPS://Hooks.Example.COM:8443/waggle",
                "https://a.b.c.d.e.example.co.uk/",
                "https://xn--bcher-kva.example/",
                "https://1.1.1.1/",
                "https://1.1.1.1.example.com/",
                "https://[2606:4700:4700::1111]:1/",
                "https://hooks.example.com:65535/käse"
            })
    void url_ofAPublicReceiver_isAllowed(String url) {
        assertThat(Receivers.PUBLIC.syntaxFault(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                   | must be an https address like https://hooks.example.com/waggle
                    hooks.example.com                    | must be an https address like https://hooks.example.com/waggle
                    http://hooks.example.com/            | must be an https address like https://hooks.example.com/waggle
                    ftp://hooks.example.com/             | must be an https address like https://hooks.example.com/waggle
                    https:hooks.example.com              | must be an https address like https://hooks.example.com/waggle
                    https:///waggle                      | must be an https address like https://hooks.example.com/waggle
                    https://hooks.example.com/a b        | must be an https address like https://hooks.example.com/waggle
                    https://hooks.example.com\\@10.0.0.1/ | must be an https address like https://hooks.example.com/waggle
                    https://[::1                         | must be an https address like https://hooks.example.com/waggle
                    https://user@hooks.example.com/      | must not name a user
                    https://user:secret@hooks.example.com/ | must not name a user
                    https://@hooks.example.com/          | must not name a user
                    https://hooks.example.com@10.0.0.1/  | must not name a user
                    https://hooks.example.com/#part      | must not have a fragment
                    https://hooks.example.com:0/         | must have a port from 1 to 65535
                    https://hooks.example.com:65536/     | must have a port from 1 to 65535
                    """)
    void url_malformed_isRefused(String url, String fault) {
        assertThat(Receivers.PUBLIC.syntaxFault(url)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "app.localhost",
                "printer.local",
                "db.internal",
                "x.localdomain",
                "nas.home.arpa",
                "intranet",
                "a..example.com",
                "-a.example.com",
                "bücher.example",
                "2130706433",
                "127.1",
                "127.0.1",
                "0177.0.0.1",
                "0x7f.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "017700000001",
                "127.0.0.0x1",
                "256.1.1.1",
                "1.1.1.1.",
                "1.1.1.1.1",
                "01.1.1.1",
                "%31%32%37.0.0.1",
                "１２７.0.0.1",
                "1.1.1.1%2eexample.com"
            })
    void host_thatIsNoPublicName_isRefused(String host) {
        assertThat(Receivers.PUBLIC.syntaxFault("https://" + host + "/")).contains(HOST);
    }

    @ParameterizedTest
    @CsvSource({
        "a_b.example.com, must name a host without underscores like hooks.example.com",
        "a_b.example.com:8443, must name a host without underscores like hooks.example.com",
        "hooks.example.com., must name a host without a dot at its end like hooks.example.com",
        "localhost., must name a host without a dot at its end like hooks.example.com"
    })
    void host_thatBreaksARule_isToldTheRule(String host, String rule) {
        assertThat(Receivers.PUBLIC.syntaxFault("https://" + host + "/")).contains(rule);
        assertThat(Receivers.PUBLIC_AND_LOCAL.syntaxFault("https://" + host + "/"))
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "https://bücher.example/a?b=ü, https://xn--bcher-kva.example/a?b=ü",
        "https://Bücher.example:8443, https://xn--bcher-kva.example:8443",
        "https://１２７.0.0.1/, https://127.0.0.1/",
        "https://straße.example/, https://xn--strae-oqa.example/",
        "https://例え。テスト/, https://xn--r8jz45g.xn--zckzah/",
        "https://hooks.example.com/ü, https://hooks.example.com/ü",
        "https://user@bücher.example/, https://user@bücher.example/",
        "nonsense, nonsense"
    })
    void host_inUnicode_isWrittenInAscii(String url, String ascii) {
        assertThat(Receivers.ascii(url)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i❤.example",
                "💩.example",
                "½.example",
                "-ü.example",
                "ü-.example",
                "xn--ü.example",
                "evil.example／.example",
                "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.example"
            })
    void host_inUnicodeThatIsNoDomainName_isRefused(String host) {
        assertThat(Receivers.PUBLIC.syntaxFault(Receivers.ascii("https://" + host + "/")))
                .contains(HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "192.168.1.1",
                "[::]",
                "[::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[2606:4700::1%25lo]",
                "[::ffff:10.0.0.1]",
                "[::ffff:8.8.8.8]",
                "[::ffff:808:808]",
                "[64:ff9b::a00:1]",
                "[2002:7f00:1::]"
            })
    void address_thatIsNotPublic_isRefused(String address) {
        assertThat(Receivers.PUBLIC.syntaxFault("https://" + address + "/")).contains(ADDRESS);
    }

    @Test
    void url_ofMoreThan2000Characters_isRefused() {
        var longest = "https://hooks.example.com/" + "a".repeat(2_000 - 26);

        assertThat(Receivers.PUBLIC.syntaxFault(longest)).isEmpty();
        assertThat(Receivers.PUBLIC.syntaxFault(longest + "a")).contains("must have at most 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/hooks",
                "http://127.0.0.1:1",
                "https://localhost",
                "http://LocalHost/",
                "http://[::1]:1/"
            })
    void url_onThisMachine_isAllowedOnlyForLocalReceivers(String url) {
        assertThat(Receivers.PUBLIC_AND_LOCAL.syntaxFault(url)).isEmpty();
        assertThat(Receivers.PUBLIC.syntaxFault(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "http://127.0.0.2/",
                "http://0.0.0.0/",
                "https://10.0.0.1/",
                "http://user@localhost/",
                "http://localhost:0/",
                "http://localhost/#a",
                "http://app.localhost/"
            })
    void url_atAnotherPrivateAddress_isRefusedForLocalReceivers(String url) {
        assertThat(Receivers.PUBLIC_AND_LOCAL.syntaxFault(url)).isPresent();
    }
}
