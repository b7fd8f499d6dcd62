package waggle.model.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import waggle.model.Fault;
import waggle.model.catalogue.Catalogue;
import waggle.model.categories.Category;
import waggle.model.tags.Tag;
import waggle.model.tiers.Tier;

/** Declarations of resources, their mistakes, and what the catalogue makes of all of them. */
class ResourceTest {
    /** A shape to declare. */
    record Shape(String label, UUID tagUuid) {}

    private static ResourceBuilder<Shape> shape() {
        return Resource.named("shape", "shapes", Shape.class, Shape::label);
    }

    @Test
    void build_namesThatTheShapeDoesNotHave_reportsAllOfThemAtOnce() {
        var declaration = shape().unique("lable", Shape::label)
                .lists(list -> list.filters("tag_uid").sortable("label", "created"));

        assertThatIllegalArgumentException()
                .isThrownBy(declaration::build)
                .withMessage("shape: unique: no field lable; filters: no field tag_uid; sortable: no field created");
    }

    @Test
    void build_everyWordThatNamesAField_isChecked() {
        var declaration = shape().reference(new Reference("tag", () -> Tag.RESOURCE))
                .contributes("label", "count", shape -> BigDecimal.ONE)
                .lists(list -> list.searched("a").orderedBy("b").groupedBy("c"))
                .stores(as -> as.asText("d"))
                .immutable("f")
                .fixedInUse("g")
                .readOnly("h")
                .counts("label")
                .event("Won", (before, after) -> true);

        assertThatIllegalArgumentException()
                .isThrownBy(declaration::build)
                .withMessage("shape: reference: tag does not end in _uuid or _uuids; reference: no field tag; "
                        + "contributes: no field label; searched: no field a; orderedBy: no field b; "
                        + "groupedBy: no field c; immutable: no field f; fixedInUse: no field g; readOnly: no field h; "
                        + "asText: no field d; counts: label is a field of the shape; "
                        + "event: Won is not like deal.won");
    }

    @Test
    void checks_ofOneDeclaration_apply_all() {
        var resource = shape().check(shape -> List.of(new Fault("label", "first")))
                .check(shape -> List.of(new Fault("label", "second")))
                .build();

        assertThat(resource.rules().faults(new Shape("a", new UUID(0, 0))))
                .extracting(Fault::message)
                .containsExactly("first", "second");
    }

    @Test
    void events_ofADeclaration_areThoseOfWritesAndOfItsConditions() {
        var resource = shape().event("shape.won", (before, after) -> true).build();

        assertThat(resource.events()).containsExactly("shape.created", "shape.updated", "shape.deleted", "shape.won");
        assertThat(shape().silent().build().events()).isEmpty();
    }

    @Test
    void nestedResource_withoutAParent_hasNoCollection() {
        var nested =
                shape().nestedIn("tag_uuid", () -> Tag.RESOURCE, "shape_count").build();

        assertThatIllegalStateException().isThrownBy(() -> nested.collection(new UUID(0, 1)));
        assertThat(nested.below(new UUID(0, 2)).collection(new UUID(0, 1)))
                .isNotEqualTo(nested.below(new UUID(0, 3)).collection(new UUID(0, 1)));
        assertThatIllegalStateException().isThrownBy(() -> Tag.RESOURCE.below(new UUID(0, 2)));
    }

    @Test
    void catalogue_namesOfOtherDeclarations_exist() {
        assertThat(Catalogue.mistakes()).isEmpty();
    }

    @Test
    void catalogue_hasAnEventTypeForEveryDeclaredEvent() {
        assertThat(Catalogue.eventTypes().all())
                .contains(
                        "tag.created",
                        "deal.won",
                        "note.created",
                        "partner.accepted",
                        "partner.stage_changed",
                        "webhook_endpoint.disabled",
                        "ping")
                .doesNotContain("event.created", "webhook_endpoint.created", "invoice.created");
    }

    @Test
    void sortable_includesTheOrderOfReferencedRecords() {
        var resource = shape().reference(new Reference("tag_uuid", () -> Tier.RESOURCE))
                .lists(list -> list.sortable("tag", "updated_at"))
                .build();

        assertThat(resource.expansion("tag")).isPresent();
        assertThat(Category.RESOURCE.expansion("tag")).isEmpty();
    }
}
