package waggle.crm.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.crm.stored.CrmLink;

/** What an index has of a link. */
record LinkFacets(String resource, String status, String remoteId) {
    /** The links of the connection of a session. */
    static Map<UUID, LinkFacets> of(Session session) {
        var links = new LinkedHashMap<UUID, LinkFacets>();
        session.services()
                .records(session.actor())
                .facets(
                        CrmLink.RESOURCE,
                        CrmLink.CONNECTION,
                        session.connection().uuid())
                .forEach((uuid, facets) -> links.put(uuid, of(facets)));
        return links;
    }

    private static LinkFacets of(Map<String, AttributeValue> facets) {
        return new LinkFacets(text(facets, "resource"), text(facets, "status"), text(facets, "remote_id"));
    }

    private static String text(Map<String, AttributeValue> facets, String name) {
        return Optional.ofNullable(facets.get(name)).map(AttributeValue::s).orElse("");
    }
}
