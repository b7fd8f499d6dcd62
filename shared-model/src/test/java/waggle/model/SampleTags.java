package waggle.model;

import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

/** Tags to write. */
public final class SampleTags {
    public static final Tag GOLD = new Tag("Gold", Association.PARTNER, "#FFD700", "#000000", PartnerType.RESELLER);

    private SampleTags() {}

    public static Tag renamed(Tag tag) {
        return new Tag("Silver", tag.association(), tag.backgroundColor(), tag.textColor(), tag.partnerType());
    }

    public static Tag labelled(String label) {
        return new Tag(label, Association.DEAL, "#FFFFFF", "#000000", null);
    }
}
