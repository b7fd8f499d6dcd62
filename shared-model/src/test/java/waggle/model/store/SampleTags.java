package waggle.model.store;

import waggle.model.PartnerType;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

/** Tags to write. */
final class SampleTags {
    static final Tag GOLD = new Tag("Gold", Association.PARTNER, "#FFD700", "#000000", PartnerType.RESELLER);

    private SampleTags() {}

    static Tag renamed(Tag tag) {
        return new Tag("Silver", tag.association(), tag.backgroundColor(), tag.textColor(), tag.partnerType());
    }

    static Tag labelled(String label) {
        return new Tag(label, Association.DEAL, "#FFFFFF", "#000000", null);
    }
}
