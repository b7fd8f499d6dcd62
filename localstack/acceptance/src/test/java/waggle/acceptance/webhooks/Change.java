package waggle.acceptance.webhooks;

import com.fasterxml.jackson.databind.JsonNode;

/** A change that creates an event: a record reached a version. */
record Change(String record, long version) {

    /** The change that produced a record of a reply or an event. */
    static Change of(JsonNode shown) {
        return new Change(
                shown.required("uuid").asText(), shown.required("version").asLong());
    }
}
