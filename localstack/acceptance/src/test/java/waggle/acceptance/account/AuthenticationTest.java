package waggle.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Wire;
import waggle.acceptance.cloud.BaseUrl;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.KeySecret;

@SharedCompany
final class AuthenticationTest {
    private final Api api = Target.api();
    private final Api stranger = Target.stranger();

    static Stream<Named<UnaryOperator<String>>> wrong() {
        return Stream.of(
                named("empty", key -> ""),
                named("scheme alone", key -> "Bearer"),
                named("scheme and a space", key -> "Bearer "),
                named("no scheme", key -> key),
                named("another scheme", key -> "Basic " + key),
                named("token scheme", key -> "Token " + key),
                named("no space", key -> "Bearer" + key),
                named("key twice", key -> "Bearer " + key + " " + key),
                named("two credentials", key -> "Bearer " + key + ", Bearer " + key),
                named("in quotes", key -> "Bearer \"" + key + "\""),
                named("key cut", key -> "Bearer " + key.substring(0, key.length() - 1)),
                named("key too long", key -> "Bearer " + key + "0"),
                named("checksum wrong", key -> "Bearer " + key.substring(0, key.length() - 1) + other(key)),
                named(
                        "random part wrong",
                        key -> "Bearer " + key.substring(0, 20) + other(key.substring(0, 21)) + key.substring(21)),
                named("upper case", key -> "Bearer " + key.toUpperCase(Locale.ROOT)),
                named("live for test", key -> "Bearer " + key.replace("_test_", "_live_")),
                named("well-formed, never issued", key -> "Bearer " + unknown()),
                named("very long", key -> "Bearer " + "x".repeat(4000)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void credentials_thatAreWrong_areRefused(UnaryOperator<String> wrong) {
        expectUnauthorized(stranger.with("Authorization", wrong.apply(key())).get("/tags"));
    }

    @Packaged
    @Test
    void key_withOneCharacterChangedOrCut_opensNothing() {
        var key = key();

        for (var i = 0; i < key.length(); i++) {
            var other = key.charAt(i) == 'a' ? 'b' : 'a';
            expectUnauthorized(stranger.withKey(key.substring(0, i) + other + key.substring(i + 1))
                    .get("/tags"));
            expectUnauthorized(stranger.withKey(key.substring(0, i) + other).get("/tags"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u007F", "\u00A0", "\u202E", "\uFEFF"})
    void key_withWhatIsNoneOfIts_opensNothing(String strange) throws IOException {
        var server = BaseUrl.get();

        for (var header : List.of(
                "Bear" + strange + "er " + key(), "Bearer " + strange + key(), "Bearer " + key() + strange + "a")) {
            var reply = Wire.get(server, server.getPath() + "/tags", "Authorization: " + header);
            assertThat(Wire.status(reply)).as("%s", header).isIn(400, 401);
        }
    }

    @Test
    void header_ofEightKilobytes_isRefused() {
        expectUnauthorized(
                stranger.with("Authorization", "Bearer " + "a".repeat(8_000)).get("/tags"));
        expectUnauthorized(stranger.with("Authorization", "a ".repeat(4_000)).get("/tags"));
    }

    @Test
    void credentials_thatAreMissing_areRefusedForEveryVerb() {
        var path = Tags.path(Tags.create(api));

        expectUnauthorized(stranger.get("/tags"));
        expectUnauthorized(stranger.get(path));
        expectUnauthorized(stranger.get("/tags/nonsense"));
        expectUnauthorized(stranger.post("/tags", "not even JSON"));
        expectUnauthorized(stranger.patch(path, Tags.CHANGE));
        expectUnauthorized(stranger.delete(path));
        expectUnauthorized(stranger.send("PUT", "/tags"));
        stranger.head(path).expect(401);
        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void credentials_givenTwice_areRefused() {
        expectUnauthorized(api.with("Authorization", "Bearer " + key()).get("/tags"));
        expectUnauthorized(api.with("Authorization", "Bearer " + unknown()).get("/tags"));
        expectUnauthorized(stranger.withKey(unknown()).withKey(key()).get("/tags"));
    }

    @Test
    void key_inAnotherPlace_isNotLookedFor() {
        expectUnauthorized(stranger.with("X-Api-Key", key()).get("/tags"));
        expectUnauthorized(stranger.with("Cookie", "api_key=" + key()).get("/tags"));
        expectUnauthorized(stranger.get("/tags?api_key=" + key()));
    }

    @Packaged
    @Test
    void scheme_inAnyCaseWithAnyNumberOfSpaces_isTaken() {
        stranger.with("Authorization", "bearer " + key()).get("/tags").expect(200);
        stranger.with("Authorization", "BEARER " + key()).get("/tags").expect(200);
        stranger.with("authorization", "Bearer " + key()).get("/tags").expect(200);
        stranger.with("Authorization", "Bearer    " + key()).get("/tags").expect(200);
    }

    @Test
    void refusal_leavesTheKeyAsItWas() {
        api.get("/tags").expect(200);
        expectUnauthorized(
                stranger.with("Authorization", "Bearer " + key() + "0").get("/tags"));
        api.get("/tags").expect(200);
    }

    private static void expectUnauthorized(Reply reply) {
        reply.expectError(401, "invalid_api_key");
        assertThat(reply.error()).isEqualTo("Invalid API key");
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("error", "code", "request_id");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private String key() {
        return List.of(api.headers().get(1).split(" ")).getLast();
    }

    private static String unknown() {
        return KeySecret.generate(KeySecret.Mode.TEST).reveal();
    }

    private static String other(String key) {
        return key.endsWith("a") ? "b" : "a";
    }

    private static Named<UnaryOperator<String>> named(String name, UnaryOperator<String> wrong) {
        return Named.of(name, wrong);
    }
}
