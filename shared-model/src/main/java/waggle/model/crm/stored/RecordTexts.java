package waggle.model.crm.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.CodePoints;
import waggle.model.Uuids;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.declaration.Records;
import waggle.model.json.Json;
import waggle.model.records.Entity;

/**
 * The values of a record as texts, and texts as values. A reference is a text that the CRM understands: the identifier of the
 * partner's record there, or the e-mail address of a user.
 */
public record RecordTexts(SyncedResource resource, ObjectMapping mapping, References references) {
    private static final String ASSIGNED = "assigned_user_uuids";
    private static final String CUSTOM = "custom_fields";
    private static final String CREATED_AT = "created_at";
    private static final int DATE = "2026-11-22".length();
    private static final int LONGEST_TITLE = 80;

    /** The days after which a deal without any date is expected to close. */
    private static final Duration USUAL = Duration.ofDays(90);

    LocalRecord read(Records records, Entity<?> entity) {
        var json = Json.tree(entity.value());
        var texts = new LinkedHashMap<String, String>();
        mapping.fields().stream().map(FieldRule::waggle).forEach(field -> {
            var text =
                    switch (field) {
                        case SyncedResource.FULL_NAME -> Optional.of(fullName(json));
                        case SyncedResource.CLOSE_DATE -> Optional.of(closeDate(entity, json));
                        case SyncedResource.PARENT,
                                SyncedResource.LEAD_OF_NOTE,
                                SyncedResource.DEAL_OF_NOTE,
                                SyncedResource.PARTNER_OR_DEAL ->
                            resource == SyncedResource.NOTE
                                    ? parent(records, entity.uuid(), field)
                                    : partner(records, json);
                        case SyncedResource.TITLE -> Optional.of(title(json));
                        case SyncedResource.KIND ->
                            Optional.of(resource.resource().name());
                        case CREATED_AT -> Optional.of(entity.createdAt().toString());
                        case SyncedResource.OWNER -> Optional.of(owner(records, json));
                        default -> Optional.of(text(at(json, field)));
                    };
            // A partner without a link is not known to the CRM: the field counts as not read.
            text.ifPresent(known -> texts.put(field, known));
        });
        return new LocalRecord(entity.uuid(), entity.updatedAt(), texts);
    }

    /** See {@link waggle.model.crm.sync.Home#derived}: the other texts that Waggle makes need the stored record. */
    String derived(String field, Map<String, String> values) {
        return field.equals(SyncedResource.FULL_NAME) ? fullName(Json.tree(values)) : "";
    }

    private static JsonNode at(JsonNode json, String field) {
        return SyncedResource.isCustom(field)
                ? json.path(CUSTOM).path(field.substring(SyncedResource.CUSTOM.length()))
                : json.path(field);
    }

    private Optional<String> partner(Records records, JsonNode json) {
        var uuid = text(json.path(SyncedResource.PARENT));
        return uuid.isEmpty()
                ? Optional.of("")
                : Uuids.parse(uuid).flatMap(partner -> references.remoteOf(records, SyncedResource.PARTNER, partner));
    }

    /** The record that a note is about, in the field for its resource; the other fields are blank. */
    private Optional<String> parent(Records records, UUID note, String field) {
        var isOther = references
                .place(records, note)
                .map(NotePlace::of)
                .filter(of -> switch (field) {
                    case SyncedResource.LEAD_OF_NOTE -> of == SyncedResource.LEAD;
                    case SyncedResource.DEAL_OF_NOTE -> of == SyncedResource.DEAL;
                    case SyncedResource.PARTNER_OR_DEAL -> of != SyncedResource.LEAD;
                    default -> of == SyncedResource.PARTNER;
                })
                .isEmpty();
        return isOther ? Optional.of("") : references.remoteOfParent(records, note);
    }

    private static String title(JsonNode note) {
        var lines = text(note.path("content")).lines().map(String::strip);
        return CodePoints.first(
                LONGEST_TITLE, lines.filter(line -> !line.isEmpty()).findFirst().orElse(""));
    }

    private static String owner(Records records, JsonNode json) {
        return Uuids.parse(text(json.path(ASSIGNED).path(0)))
                .flatMap(user -> References.emailOf(records, user))
                .map(email -> email.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String closeDate(Entity<?> entity, JsonNode json) {
        return Stream.of(
                        text(json.path("expected_close_date")),
                        text(json.path("closed_at")),
                        entity.createdAt()
                                .plus(USUAL)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString())
                .filter(text -> text.length() >= DATE)
                .findFirst()
                .map(text -> text.substring(0, DATE))
                .orElse("");
    }

    private static String fullName(JsonNode person) {
        var name = (text(person.path("first_name")) + " " + text(person.path("last_name"))).strip();
        return Stream.of(name, text(person.path("company_name")), text(person.path("email")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /**
     * The values as a merge patch; {@code ""} becomes null.
     *
     * @param before the record; a missing node for a new one
     */
    ObjectNode patch(Records records, JsonNode before, Map<String, String> texts) {
        var patch = Json.mapper().createObjectNode();
        texts.forEach((field, text) -> {
            switch (field) {
                case SyncedResource.PARENT -> put(patch, field, references.partnerOf(records, text));
                case SyncedResource.PHASE -> put(patch, SyncedResource.STAGE, References.stageOf(records, text));
                case SyncedResource.OWNER -> assign(patch, before.path(ASSIGNED), References.userOf(records, text));
                default -> put(patch, field, text.strip());
            }
        });
        return patch;
    }

    private static void put(ObjectNode patch, String field, Optional<UUID> uuid) {
        patch.put(field, uuid.map(UUID::toString).orElse(null));
    }

    /** The owner takes the place of the first of the assigned users; the others stay. */
    private static void assign(ObjectNode patch, JsonNode before, Optional<UUID> owner) {
        var users = patch.putArray(ASSIGNED);
        owner.map(UUID::toString).ifPresent(users::add);
        before.valueStream()
                .skip(1)
                .filter(user -> !user.asText().equals(owner.map(UUID::toString).orElse("")))
                .forEach(users::add);
    }

    /** The values of a new record. */
    ObjectNode created(Records records, Map<String, String> texts) {
        var json = patch(records, MissingNode.getInstance(), texts);
        resource.initial().forEach((field, text) -> {
            if (!json.hasNonNull(field)) {
                json.put(field, text);
            }
        });
        return json;
    }

    private void put(ObjectNode patch, String field, String text) {
        var isCustom = SyncedResource.isCustom(field);
        var target = isCustom ? patch.withObject("/" + CUSTOM) : patch;
        var name = isCustom ? field.substring(SyncedResource.CUSTOM.length()) : field;
        if (text.isEmpty()) {
            target.putNull(name);
            return;
        }
        switch (form(field)) {
            case NUMBER -> number(target, name, text);
            case DATE -> target.put(name, text.substring(0, Math.min(DATE, text.length())));
            case FLAG -> target.put(name, text.equals("true"));
            case TEXT, NAME, URL, TIME -> target.put(name, text);
        }
    }

    private Form form(String field) {
        return mapping.fields().stream()
                .filter(rule -> rule.waggle().equals(field))
                .map(FieldRule::form)
                .findFirst()
                .orElse(Form.TEXT);
    }

    private static void number(ObjectNode patch, String field, String text) {
        try {
            patch.put(field, new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            // The shape refuses it.
            patch.put(field, text);
        }
    }
}
