package waggle.model.partners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The domains of free mail services, which do not identify a company. The resource {@code free-mail-domains.txt} is a list
 * that others maintain (README, "Free mail"), {@code more-free-mail-domains.txt} is what it lacks.
 */
public final class FreeMail {
    private static final Set<String> DOMAINS = Stream.of("free-mail-domains.txt", "more-free-mail-domains.txt")
            .flatMap(name -> read(name).stream())
            .collect(Collectors.toUnmodifiableSet());

    private FreeMail() {}

    public static boolean isDomain(String domain) {
        return DOMAINS.contains(domain);
    }

    private static List<String> read(String name) {
        try (var in = FreeMail.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
