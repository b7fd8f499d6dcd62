package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Put;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Supplier;
import waggle.http.request.JsonBody;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.declaration.Resource;
import waggle.model.order.NewOrder;
import waggle.model.order.Ordering;
import waggle.model.order.Positioned;
import waggle.model.records.Entity;
import waggle.model.write.Writes;

/** Adds {@code PUT …/order}, which sets the positions of all records of one kind (docs/api.md, "Configuration"). */
public abstract class OrderedResourceController<T extends Positioned<T>> extends ResourceController<T> {
    private final ShapeReader<NewOrder> order;
    private final Supplier<Writes> writes;

    protected OrderedResourceController(Resource<T> resource, ResourceSupport support) {
        super(resource, support);
        this.order = support.reader(NewOrder.class);
        this.writes = support::writes;
    }

    /** Sets the whole order of one kind in one go. */
    @Put("/order")
    @JsonTypes(request = NewOrder.class)
    public HttpResponse<Ordered<T>> order(Actor actor, JsonBody body) {
        var uuids = order.read(body).uuids();
        return HttpResponse.ok(
                new Ordered<>(writes.get().run(actor, write -> Ordering.set(write, store().resource(), uuids))));
    }

    /**
     * The records of one kind.
     *
     * @param data in their new order
     */
    public record Ordered<T>(@Size(max = Positioned.MOST) List<Entity<T>> data) {}
}
