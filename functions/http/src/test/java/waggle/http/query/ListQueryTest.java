package waggle.http.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.Hostile;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Fault;
import waggle.model.FilterType;
import waggle.model.WaggleException;
import waggle.model.keys.Scopes;
import waggle.model.lists.Condition;
import waggle.model.lists.ListRequest;
import waggle.model.lists.Sorting;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Partner;

/** Partners have a filter of every kind. */
class ListQueryTest {
    private static final Map<String, FilterType> KEYS = Map.of("region", FilterType.TEXT, "flag", FilterType.FLAG);
    private static final String UUID = "01900000-0000-7000-8000-000000000000";

    @Test
    void emptyQuery_asksForTheFirstPageOfAll() {
        var request = read(Map.of());

        assertThat(request.page()).isEqualTo(new PageRequest(1, PageRequest.DEFAULT_SIZE));
        assertThat(request.created()).isEqualTo(TimeSpan.ALWAYS);
        assertThat(request.conditions()).isEmpty();
        assertThat(request.order()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        page                  | 1                           | true
        page                  | 9007199254740991            | true
        page                  | 9007199254740992            | false
        page                  | 999999999999999999999999999 | false
        page                  | 0                           | false
        page                  | 01                          | false
        page                  | +1                          | false
        page                  | 1.0                         | false
        page                  | １                          | false
        pageSize              | 50                          | true
        pageSize              | 51                          | false
        pageSize              | 9999999999                  | false
        partner_type          | reseller                    | true
        partner_type          | reseller,referral           | true
        partner_type          | RESELLER                    | false
        partner_type          | reseller,                   | false
        partner_type          | reseller, referral          | false
        stage_uuid            | 01900000-0000-7000-8000-000000000000 | true
        stage_uuid            | 01900000-ABCD-7000-8000-00000000000A | true
        stage_uuid            | 01900000-0000-4000-8000-000000000000 | false
        stage_uuid            | AZAAAAAAcACAAAAAAAAAAA==    | false
        country_code          | de,GB                       | true
        country_code          | ,                           | false
        assigned              | true                        | true
        assigned              | TRUE                        | false
        assigned              | true,false                  | false
        assigned              | 1                           | false
        external_id           | salesforce:001              | true
        external_id           | salesforce::                | true
        external_id           | Salesforce:001              | false
        external_id           | salesforce:                 | false
        external_id           | :001                        | false
        custom_fields[region] | emea,apac                   | true
        custom_fields[region] | ,                           | false
        custom_fields[flag]   | maybe                       | false
        custom_fields[other]  | emea                        | false
        custom_fields         | emea                        | false
        custom_fields[]       | emea                        | false
        search                | élan gold                   | true
        search                | ,                           | false
        search                | ́                           | false
        page[]                | 1                           | false
        search                | caf�                       | false
        sort                  | name                        | true
        sort                  | -name,stage,created_at      | true
        sort                  | name,-name                  | false
        sort                  | --name                      | false
        sort                  | name,                       | false
        sort                  | Name                        | false
        sort                  | country_code                | false
        created_after         | 2026-11-22                  | true
        created_after         | 2026-02-29                  | false
        updated_before        | 2026-11-22T08:15Z           | true
        updated_before        | now                         | false
        nonsense              | 1                           | false
        Page                  | 1                           | false
        """)
    void value_isTakenOrRefusedByTheNameOfItsParameter(String name, String value, boolean isTaken) {
        var query = Map.of(name, List.of(value));

        if (isTaken) {
            assertThat(read(query)).isNotNull();
        } else {
            assertThat(faults(query)).extracting(Fault::field).containsExactly(name);
        }
    }

    static Stream<String> parameters() {
        return Stream.of(
                "page",
                "pageSize",
                "partner_type",
                "stage_uuid",
                "country_code",
                "assigned",
                "external_id",
                "custom_fields[region]",
                "search",
                "sort",
                "created_after",
                "updated_before");
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void hostileText_isTakenOrRefusedByTheNameOfItsParameter(String name) {
        for (var text : Hostile.TEXTS) {
            try {
                read(Map.of(name, List.of(text)));
            } catch (WaggleException refusal) {
                assertThat(refusal.faults())
                        .as("%s=%.80s", name, text)
                        .extracting(Fault::field)
                        .containsExactly(name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void emptyText_isRefused(String name) {
        assertThat(faults(Map.of(name, List.of("")))).extracting(Fault::field).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "pageSize", "assigned", "search", "created_after", "updated_before"})
    void singleValue_givenTwice_isRefused(String name) {
        assertThat(faults(Map.of(name, List.of("1", "1"))))
                .extracting(Fault::field)
                .containsExactly(name);
    }

    @Test
    void values_standBetweenCommas_orInSeveralParameters() {
        var request = read(Map.of(
                "country_code", List.of("de,GB", "FR"), "custom_fields[region]", List.of("a\\,b,c\\\\,d\\e", "f")));

        assertThat(request.conditions())
                .containsExactlyInAnyOrder(
                        new Condition.AnyOf("country_code", Set.of("de", "GB", "FR")),
                        new Condition.AnyOf(
                                "custom_fields", Set.of("region:a,b", "region:c\\", "region:d\\e", "region:f")));
    }

    @Test
    void hostileName_isUnknown() {
        for (var text : Hostile.TEXTS) {
            assertThat(faults(Map.of(text, List.of("1"))))
                    .extracting(Fault::field)
                    .containsExactly(text);
        }
    }

    @Test
    void faults_ofAllParameters_comeAtOnce() {
        assertThat(faults(Map.of("page", List.of("0"), "sort", List.of("x"), "nonsense", List.of())))
                .extracting(Fault::field)
                .containsExactly("page", "sort", "nonsense");
    }

    @Test
    void everything_atOnce_isRead() {
        var request = read(Map.of(
                "page", List.of("3"),
                "pageSize", List.of("50"),
                "stage_uuid", List.of(UUID),
                "assigned", List.of("false"),
                "custom_fields[region]", List.of("ÉMEA"),
                "search", List.of(" Große  Élan "),
                "sort", List.of("-name,created_at"),
                "created_after", List.of("2026-11-22"),
                "updated_before", List.of("2026-11-22T08:15:30.123+02:00")));

        assertThat(request.page()).isEqualTo(new PageRequest(3, 50));
        assertThat(request.created()).isEqualTo(new TimeSpan(Instant.parse("2026-11-22T00:00:00Z"), null));
        assertThat(request.order()).containsExactly(new Sorting("name", true), new Sorting("created_at", false));
        assertThat(request.conditions())
                .containsExactlyInAnyOrder(
                        new Condition.AnyOf("stage_uuid", Set.of(UUID)),
                        new Condition.Present("assigned_user_uuids", false),
                        new Condition.AnyOf("custom_fields", Set.of("region:ÉMEA")),
                        new Condition.Search(Partner.RESOURCE.listing().searched(), List.of("grosse", "elan")),
                        new Condition.Updated(new TimeSpan(null, Instant.parse("2026-11-22T06:15:30.123Z"))));
    }

    @Test
    void none_findsRecordsWithoutAReference_aloneOrBesideOthers() {
        var without = new Condition.Present("tier_uuid", false);

        assertThat(read(Map.of("tier_uuid", List.of("none"))).conditions()).containsExactly(without);
        assertThat(read(Map.of("tier_uuid", List.of(UUID + ",none"))).conditions())
                .containsExactly(new Condition.Any(List.of(new Condition.AnyOf("tier_uuid", Set.of(UUID)), without)));
        assertThat(faults(Map.of("tier_uuid", List.of("None"))))
                .containsExactly(new Fault("tier_uuid", "must be a uuid, or several, or none for records without one"));
    }

    @Test
    void keysOfEntries_areLoadedOnlyForTheirFilter() {
        var loads = new AtomicInteger();
        var query = new Query(Map.of("search", List.of("a")), Scopes.parse(List.of("read")));

        new ListQuery(new Parameters(query), Partner.RESOURCE, () -> {
                    loads.incrementAndGet();
                    return KEYS;
                })
                .read(List.of());

        assertThat(loads).hasValue(0);
    }

    private static ListRequest read(Map<String, List<String>> values) {
        var parameters = new Parameters(new Query(values, Scopes.parse(List.of("read"))));
        var request = new ListQuery(parameters, Partner.RESOURCE, () -> KEYS).read(List.of());
        parameters.finish();
        return request;
    }

    private static List<Fault> faults(Map<String, List<String>> values) {
        return catchThrowableOfType(WaggleException.class, () -> read(values)).faults();
    }
}
