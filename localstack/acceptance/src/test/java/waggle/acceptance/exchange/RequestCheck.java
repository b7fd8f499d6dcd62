package waggle.acceptance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Validates a request against the document: an accepted request must be valid, and a field that was refused with
 * details must be invalid.
 */
final class RequestCheck {
    /** Messages of faults between fields, elements or records, which no schema can express. */
    private static final Pattern BEYOND_SCHEMAS = Pattern.compile(
            "cannot be changed|must not have control characters|must be UTF-8 .*|must appear only once|must be unique within the field"
                    + "|must be of the same kind as the first|must name every .*|must be the uuid of .*|is also the uuid of .*"
                    + "|must be one of .* for kind .*|must have at least one option"
                    + "|must be empty unless the type .*|is required for .*|is required unless .*|is required without .*"
                    + "|must be absent .*|must be at most .* days before .*|must be an ISO .* code .*|must be an IANA time zone .*"
                    + "|must not be the domain of a free mail service|must name one of the resources .*"
                    + "|must be a time in the (?:future|past).*|must select an event type that exists.*"
                    + "|is not a known custom field"
                    + "|must not be before since|must be an https address.*|must lead to public addresses only"
                    + "|must name .*|must not name a user|must not have a fragment|must have a port .*"
                    + "|must not be the partner itself.*|must not make a network of .*"
                    + "|must have at most . decimal places in .*|must be sourced at most once"
                    + "|must not be in the future|must have partner_uuid .*"
                    + "|must have at most 10 elements with .*|is required with .*|is required in every range .*"
                    + "|is required: fixed, .*|must be (?:fixed|percentage|one_off|recurring|next or whole|fewer).*"
                    + "|must be a percentage up to 100.*|must be a whole number of deals.*|must be the (?:key|id) of .*"
                    + "|must not be (?:above|below|before) (?:min|max|valid|from)_.*|must be above .*"
                    + "|must be .*, the (?:occurrence|number of occurrences).*|must have stage_uuid or .*|must be an? .*below 10\\^12.*"
                    + "|must be spiff or adjustment.*|must be pending or approved .*|must not be 0|must be positive unless .*"
                    + "|must be the currency of the deal.*|is required; it must .*|must be a date (?:from 1900-01-01 on, )?like 2026-11-22"
                    + "|must be a field of .*|is read-only in the CRM.*|is mapped already|has a mapping already"
                    + "|must be the name of a mapped field.*|must have values of the CRM.*|must be (?:a key of HubSpot|an API token of Pipedrive|an app of Salesforce).*"
                    + "|is read-only in Waggle.*|must be a field that the CRM can search for.*|is not a parameter.*"
                    + "|must be a filter of the list.*|must be a field of another type .*|must be a custom field of .*"
                    + "|is required: the CRM's stage .*|must have (?:uuids of stages|phases) .*"
                    + "|must be waggle or crm|must be create or link:.*|must be active or paused"
                    + "|must not be before from.*|must be at most .*, since a .*|is too far from from: .*");

    /** The document does not know the custom fields of a company. */
    private static final String CUSTOM = "custom_fields";

    private final ApiOperation operation;
    private final Exchange exchange;
    private final Reply reply;

    RequestCheck(ApiOperation operation, Exchange exchange) {
        this.operation = operation;
        this.exchange = exchange;
        this.reply = exchange.reply();
    }

    void verify() {
        var faults = new RequestFaults(operation, exchange).all();
        if (reply.status() < 400) {
            assertThat(faults).as("what the document refuses, but the API took").isEmpty();
        } else if (reply.status() == 400 && !reply.method().equals("HEAD")) {
            assertThat(faults).as("what the document refuses").containsAll(refused());
        } else if (reply.status() == 415) {
            var isCompressed = exchange.headers().firstValue("Content-Encoding").isPresent();
            assertThat(operation.takes(exchange.mediaType()) && !isCompressed)
                    .as("documented media type")
                    .isFalse();
        }
    }

    private List<String> refused() {
        return reply.json()
                .path("details")
                .valueStream()
                .filter(fault -> !isBeyondSchemas(
                        fault.path("field").asText(), fault.path("message").asText()))
                .map(fault -> fault.path("field").asText())
                .toList();
    }

    private boolean isBeyondSchemas(String field, String message) {
        return field.startsWith(CUSTOM)
                || (field.equals("sort") && sortsTwice())
                || BEYOND_SCHEMAS.matcher(message).matches();
    }

    /** Sorting by one field in both directions: a schema only recognises equal elements. */
    private boolean sortsTwice() {
        var fields = exchange.query().getOrDefault("sort", List.of()).stream()
                .flatMap(sort -> Arrays.stream(sort.split(",")))
                .map(field -> field.replaceFirst("^-", ""))
                .toList();
        return Set.copyOf(fields).size() < fields.size();
    }
}
