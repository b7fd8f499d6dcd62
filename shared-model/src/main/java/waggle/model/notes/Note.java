package waggle.model.notes;

import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.CodePoints;
import waggle.model.Values;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;

/**
 * A text about a lead, a deal or a partner (docs/api.md, "Leads, deals and notes").
 *
 * @param content Markdown, 1 to 50,000 characters
 * @param authorUserUuid the user who wrote the note; it cannot be changed
 * @param mentions up to 50 users, each once
 * @param shared whether the partner may see the note
 * @param parent the record that the note is about
 * @param actor that created the note
 */
@Introspected
@RecordBuilder
public record Note(
        @NotBlank @Size(max = 50_000) String content,
        @Nullable UUID authorUserUuid,
        @Size(max = 50) List<@NotNull UUID> mentions,
        Boolean shared,
        @Nullable Parent parent,
        Actor.@Nullable Identity actor) {
    public static final String PATH = "notes";

    /** The number of notes of a record. */
    public static final String COUNT = "note_count";

    /** The field with the record that a note is about. */
    public static final String PARENT = "parent";

    private static final int TITLE = 40;

    /**
     * The record that a note is about.
     *
     * @param type of the record
     */
    @Introspected
    public record Parent(Type type, UUID uuid) {}

    /** The kinds of records that have notes. */
    public enum Type {
        PARTNER,
        LEAD,
        DEAL
    }

    public Note {
        mentions = Values.distinct(mentions);
        shared = Objects.requireNonNullElse(shared, false);
    }

    /**
     * The notes below the records of another resource.
     *
     * @param parents the other resource, which {@code owns} the notes
     * @param users the authors and the mentioned users
     */
    public static Resource<Note> below(Supplier<Resource<?>> parents, Supplier<Resource<?>> users) {
        return Resource.named("note", PATH, Note.class, Note::title)
                .nestedIn(PARENT, parents, COUNT)
                .immutable("author_user_uuid")
                .readOnly(PARENT, "actor")
                .reference(Reference.lasting("author_user_uuid", users))
                .lists(list -> list.searched("content"))
                .rule(new NoteRules(users))
                .build();
    }

    private String title() {
        return CodePoints.count(content) <= TITLE ? content : CodePoints.first(TITLE, content) + "…";
    }

    Note by(Actor.Identity author) {
        return NoteBuilder.from(this).withActor(author);
    }
}
