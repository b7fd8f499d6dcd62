package waggle.model.leads;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.model.Formats;
import waggle.model.partners.FreeMail;

/** The domain by which leads of the same buyer are recognised; free mail services tell nothing about the buyer. */
public final class LeadDomain {
    private static final Pattern DOMAIN = Pattern.compile(Formats.DOMAIN);
    private static final String WWW = "www.";

    private LeadDomain() {}

    /** The domain of the e-mail address, or else of the website. */
    public static Optional<String> of(@Nullable String email, @Nullable String website) {
        return Formats.domain(email)
                .filter(domain -> !FreeMail.isDomain(domain))
                .or(() -> ofWebsite(website));
    }

    private static Optional<String> ofWebsite(@Nullable String website) {
        return Optional.ofNullable(website)
                .flatMap(LeadDomain::host)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.startsWith(WWW) ? host.substring(WWW.length()) : host)
                .filter(host -> DOMAIN.matcher(host).matches() && !FreeMail.isDomain(host));
    }

    private static Optional<String> host(String website) {
        try {
            return Optional.ofNullable(new URI(website).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
