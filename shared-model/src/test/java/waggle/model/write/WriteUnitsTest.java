package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WriteMeter;
import waggle.model.records.Precondition;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

/** The write units of the smallest writes, in which the event and the audit entry weigh most. */
class WriteUnitsTest {
    private final Actor actor = LocalTable.someone();
    private final WriteMeter meter = new WriteMeter();
    private final LocalStore<Tag> tags = new LocalStore<>(LocalTable.client(meter), Tag.RESOURCE);

    @BeforeEach
    void createFirst() {
        tags.create(actor, tag("First", "#FFD700"));
        meter.written();
    }

    @Test
    void create_writesRecordTextCountEventAndEntry() {
        tags.create(actor, tag("Gold", "#FFD700"));

        assertThat(meter.written()).isEqualTo("5 items of 10 write units and 2 of indexes");
    }

    @Test
    void change_ofAColor_writesRecordEventAndEntry() {
        var tag = tags.create(actor, tag("Gold", "#FFD700"));
        meter.written();

        tags.change(actor, tag.uuid(), before -> tag("Gold", "#FFFFFF"));

        assertThat(meter.written()).isEqualTo("3 items of 6 write units and 2 of indexes");
    }

    @Test
    void change_ofALabel_writesTheNewTextAndTheOldNameToo() {
        var tag = tags.create(actor, tag("Gold", "#FFD700"));
        meter.written();

        tags.change(actor, tag.uuid(), before -> tag("Silver", "#FFD700"));

        assertThat(meter.written()).isEqualTo("5 items of 10 write units and 2 of indexes");
    }

    @Test
    void change_backToAnEarlierLabel_writesOneTextToo() {
        var tag = tags.create(actor, tag("Gold", "#FFD700"));
        tags.change(actor, tag.uuid(), before -> tag("Silver", "#FFD700"));
        meter.written();

        tags.change(actor, tag.uuid(), before -> tag("Gold", "#FFD700"));

        assertThat(meter.written()).isEqualTo("5 items of 10 write units and 2 of indexes");
    }

    @Test
    void delete_writesRecordTextCountNameEventAndEntry() {
        var tag = tags.create(actor, tag("Gold", "#FFD700"));
        meter.written();

        tags.delete(actor, tag.uuid(), Precondition.NONE);

        assertThat(meter.written()).isEqualTo("6 items of 12 write units and 2 of indexes");
    }

    @Test
    void unitsOfTheCostPage_areThese() throws IOException {
        var tag = tags.create(actor, tag("Gold", "#FFD700"));
        assertCosts("Create a tag");

        tags.change(actor, tag.uuid(), before -> tag("Gold", "#FFFFFF"));
        assertCosts("Change the color of a tag");

        tags.change(actor, tag.uuid(), before -> tag("Silver", "#FFFFFF"));
        assertCosts("Change the label of a tag");
    }

    private void assertCosts(String request) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "costs.md"));
        var row = Pattern.compile("\\| " + request + " \\| \\d+ \\| \\d+ \\| (\\d+) \\|")
                .matcher(page);

        assertThat(row.find()).as(request).isTrue();
        assertThat(meter.units()).isEqualTo(Integer.parseInt(row.group(1)));
    }

    private static Tag tag(String label, String color) {
        return new Tag(label, Association.DEAL, color, "#000000", null);
    }
}
