package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Lists;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.Tags;

/** The filters {@code created_after} to {@code updated_before} ({@code docs/api.md}, "Lists"). */
@SharedCompany
final class ListTimesTest {
    private final Api api = Target.api();

    @OwnCompany
    @Test
    void times_areNotIncluded() {
        var created = Tags.create(api, "Gold");
        var time = Instant.parse(created.path("created_at").asText());

        for (var name : new String[] {"created", "updated"}) {
            Lists.expectLabels(api, "/tags?" + name + "_after=" + time);
            Lists.expectLabels(api, "/tags?" + name + "_before=" + time);
            Lists.expectLabels(api, "/tags?" + name + "_after=" + time.minusMillis(1), "Gold");
            Lists.expectLabels(api, "/tags?" + name + "_before=" + time.plusMillis(1), "Gold");
        }
    }

    @OwnCompany
    @Test
    void time_ofAChange_isUpdatedAndNotCreated() {
        var tag = Tags.create(api, "Gold");
        var other = Tags.create(api, "Silver");
        var changed = api.patch(Tags.path(tag), Tags.CHANGE).expect(200).json();

        var before = other.path("updated_at").asText();

        assertThat(changed.path("updated_at").asText()).isGreaterThan(before);
        Lists.expectLabels(api, "/tags?updated_after=" + before, "Gold");
        Lists.expectLabels(
                api, "/tags?created_before=" + changed.path("updated_at").asText(), "Silver", "Gold");
    }

    @OwnCompany
    @Test
    void times_together_areASpan() {
        var tag = Tags.create(api, "Gold");
        var from = time(tag, -1);
        var to = time(tag, 1);

        Lists.expectLabels(api, "/tags?created_after=%s&created_before=%s".formatted(from, to), "Gold");
        Lists.expectLabels(api, "/tags?created_after=%s&created_before=%s".formatted(to, from));
        Lists.expectLabels(api, "/tags?updated_after=%s&updated_before=%s".formatted(from, to), "Gold");
        Lists.expectLabels(api, "/tags?updated_after=%s&updated_before=%s".formatted(to, from));
        Lists.expectLabels(api, "/tags?created_after=%s&updated_before=%s".formatted(from, to), "Gold");
    }

    @OwnCompany
    @Test
    void date_isItsFirstMomentInUtc() {
        var tag = Tags.create(api, "Gold");
        var day = LocalDate.ofInstant(Instant.parse(tag.path("created_at").asText()), ZoneOffset.UTC);

        Lists.expectLabels(api, "/tags?created_after=" + day, "Gold");
        Lists.expectLabels(api, "/tags?created_before=" + day);
        Lists.expectLabels(api, "/tags?created_before=" + day.plusDays(1), "Gold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T08:15Z",
                "2026-11-22T08:15:30Z",
                "2026-11-22T08:15:30.1Z",
                "2026-11-22T08:15:30.123456789Z",
                "2026-11-22T08:15:30+05:30",
                "2024-02-29",
                "0000-01-01",
                "0001-01-01T00:00:00+18:00"
            })
    void time_ofThePast_isTaken(String time) {
        createOnce();

        Lists.expectLabels(api, "/tags?created_after=" + encoded(time), "Gold");
        Lists.expectLabels(api, "/tags?updated_after=" + encoded(time), "Gold");
        Lists.expectLabels(api, "/tags?created_before=" + encoded(time));
        Lists.expectLabels(api, "/tags?updated_before=" + encoded(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100-01-01", "9999-12-31", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59-18:00"})
    void time_ofTheFuture_isTaken(String time) {
        createOnce();

        Lists.expectLabels(api, "/tags?created_after=" + time);
        Lists.expectLabels(api, "/tags?updated_after=" + time);
        Lists.expectLabels(api, "/tags?created_before=" + time, "Gold");
        Lists.expectLabels(api, "/tags?updated_before=" + time, "Gold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0",
                "1763800000",
                "22.11.2026",
                "2026-11",
                "2026-2-3",
                "2026-02-30",
                "2026-13-01",
                "2026-11-22T08:15:30",
                "2026-11-22 08:15:30Z",
                "2026-11-22T25:00:00Z",
                "2026-11-22T08:15:60Z",
                "2026-11-22T08:15:30+01",
                "2026-11-22T08:15:30.Z",
                "10000-01-01",
                "-0001-01-01",
                "2026-11-22Z",
                "2026-11-22,2026-11-23"
            })
    void time_thatIsNone_isRefusedByEachParameter(String time) {
        var value = encoded(time);

        var refused = api.get("/tags?created_after=%1$s&created_before=%1$s&updated_after=%1$s&updated_before=%1$s"
                        .formatted(value))
                .expectFaults("created_after", "created_before", "updated_after", "updated_before");

        assertThat(refused.fault("updated_after"))
                .isEqualTo("must be a time like 2026-11-22T08:15:30.123Z or a date like 2026-11-22");
    }

    private void createOnce() {
        if (Lists.count(api, "/tags") == 0) {
            Tags.create(api, "Gold");
        }
    }

    private static Instant time(JsonNode tag, int milliseconds) {
        return Instant.parse(tag.path("created_at").asText()).plusMillis(milliseconds);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
