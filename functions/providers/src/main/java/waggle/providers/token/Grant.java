package waggle.providers.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import waggle.providers.call.Host;

/**
 * A way to get tokens (RFC 6749).
 *
 * @param host that issues tokens
 * @param path of its token endpoint
 * @param headers that name the client, if the form does not
 * @param clientSecrets that the headers have in another form
 * @param form makes the form of a request from the tokens so far
 */
public record Grant(Host host, String path, Map<String, String> headers, List<String> clientSecrets, Form form) {
    private static final List<String> SECRETS = List.of("client_secret", "refresh_token", "code", "assertion");

    /** Makes the form of a request. */
    @FunctionalInterface
    public interface Form {
        Map<String, String> of(Tokens tokens);
    }

    /** A refresh token, the stored one before the one of the credentials; without one, the code of a consent. */
    public static Map<String, String> refreshing(Tokens tokens, Map<String, String> credentials) {
        var refresh = Optional.ofNullable(tokens.refresh()).orElse(credentials.get("refresh_token"));
        return refresh == null
                ? Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        credentials.getOrDefault("code", ""),
                        "redirect_uri",
                        credentials.getOrDefault("redirect_uri", ""))
                : Map.of("grant_type", "refresh_token", "refresh_token", refresh);
    }

    @Override
    public String toString() {
        return "Grant";
    }

    /** The secrets of a request. */
    List<String> secrets(Map<String, String> values) {
        var ofForm = SECRETS.stream().flatMap(name -> Stream.ofNullable(values.get(name)));
        return Stream.of(headers.values().stream(), clientSecrets.stream(), ofForm)
                .flatMap(secrets -> secrets)
                .toList();
    }
}
