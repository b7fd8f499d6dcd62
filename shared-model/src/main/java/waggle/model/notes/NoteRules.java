package waggle.model.notes;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;

/** Notes keep the actor that created them, and mention users that exist. */
record NoteRules(Supplier<Resource<?>> users) implements Rule<Note> {

    @Override
    public Note complete(Write write, @Nullable Note before, Note note) {
        return before == null ? note.by(write.actor().identity()) : note;
    }

    @Override
    public void contribute(Records records, Note note, Contributions contributions) {
        var mentions = note.mentions();
        for (var i = 0; i < mentions.size(); i++) {
            contributions.mention(users.get(), mentions.get(i), "mentions[" + i + "]");
        }
    }

    @Override
    public List<String> fields() {
        return List.of("mentions");
    }
}
