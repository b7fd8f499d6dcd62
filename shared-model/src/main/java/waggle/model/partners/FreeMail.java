package waggle.model.partners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The domains of free mail services, which do not identify a company. The resource {@code free-mail-domains.txt} lists
 * them.
 */
final class FreeMail {
    private static final Set<String> DOMAINS = read();

    private FreeMail() {}

    static boolean isDomain(String domain) {
        return DOMAINS.contains(domain);
    }

    private static Set<String> read() {
        try (var in = FreeMail.class.getResourceAsStream("free-mail-domains.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of free mail domains is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
