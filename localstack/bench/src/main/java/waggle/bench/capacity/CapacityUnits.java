package waggle.bench.capacity;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import waggle.authorizer.AuthorizerFunction;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.cloud.Events;
import waggle.cloud.lambda.InProcessLambda;
import waggle.cloud.lambda.Lambda;
import waggle.http.ApiFunction;

/** Measures the charge of each kind of request, with the real functions in this process. */
public final class CapacityUnits {
    private static final String AUTHORIZE = "authorize a request";
    private static final String READ = "read a tag";
    private static final String CREATE = "create a tag";

    /** The number of records in the list. */
    private static final int RECORDS = 1000;

    private static final String LIST = "list 10 of " + RECORDS + " tags";

    /** Limits in capacity units of either kind; requests without an entry have no limit. */
    public static final Map<String, Double> LIMITS = Map.of(AUTHORIZE, 0.5, READ, 1.0, CREATE, 30.0, LIST, 40.0);

    private static final String TAGS = "/v1/tags";

    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final BenchCloud cloud;
    private final Events events;

    private CapacityUnits(BenchCloud cloud) {
        this.cloud = cloud;
        this.events = new Events(cloud);
    }

    public static Map<String, Charge> measure(BenchCloud cloud) {
        var units = new CapacityUnits(cloud);
        try (var authorizer =
                        new InProcessLambda(new AuthorizerFunction(cloud.cloud().keys()));
                var api = new InProcessLambda(new ApiFunction(cloud.settings(), BenchCloud.credentials()))) {
            units.charge(AUTHORIZE, authorizer, units.events.authorizer("GET", TAGS), "Allow");
            units.tags(api);
        }
        return units.charges;
    }

    private void tags(Lambda api) {
        var tag = TAGS + "/" + cloud.newTag();
        charge(READ, api, events.proxy("GET", tag, null), ":200");
        charge(CREATE, api, events.proxy("POST", TAGS, newTag(0)), ":201");
        charge("change a tag", api, events.proxy("PATCH", tag, "{\"label\":\"Bronze\"}"), ":200");
        charge("delete a tag", api, events.proxy("DELETE", tag, null), ":204");
        for (var record = 1; record < RECORDS; record++) {
            api.invoke(events.proxy("POST", TAGS, newTag(record)));
        }
        charge(LIST, api, events.proxy("GET", TAGS, null), ":200");
    }

    private static String newTag(int number) {
        return "{\"label\":\"Silver %d\",\"association\":\"partner\"}".formatted(number);
    }

    private void charge(String name, Lambda lambda, byte[] event, String expected) {
        charges.put(name, CapacityMeter.measure(() -> {
            var answer = new String(lambda.invoke(event), StandardCharsets.UTF_8);
            if (!answer.contains(expected)) {
                throw new IllegalStateException("The reply to " + name + " was " + answer);
            }
        }));
    }
}
