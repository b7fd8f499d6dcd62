package waggle.crm.work;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an index has of a link. */
record LinkFacets(String resource, String status, String remoteId) {
    static LinkFacets of(Map<String, AttributeValue> facets) {
        return new LinkFacets(text(facets, "resource"), text(facets, "status"), text(facets, "remote_id"));
    }

    private static String text(Map<String, AttributeValue> facets, String name) {
        return Optional.ofNullable(facets.get(name)).map(AttributeValue::s).orElse("");
    }
}
