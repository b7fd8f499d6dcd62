package waggle.model.write;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Reference;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;

/** Resources whose records contribute to each other in every way: accounts own orders, which have colours and remarks. */
final class Orders {
    private Orders() {}

    /** An account, with the number of its orders, of the open ones, and the total of the open ones. */
    record Account(String label) {
        static final Resource<Account> RESOURCE = Resource.named("account", "accounts", Account.class, Account::label)
                .counts("order_count", "open_count", "open_total")
                .owns(() -> Order.RESOURCE, "account_uuid", "order_count")
                .build();
    }

    /** A colour, in shades that orders refer to. */
    record Color(String label, List<String> shades) {
        static final Resource<Color> RESOURCE = Resource.named("color", "colors", Color.class, Color::label)
                .rule(new Rule<>() {
                    @Override
                    public List<Part> parts(Color color) {
                        return color.shades().stream()
                                .map(shade -> new Part(shade, "shade " + shade))
                                .toList();
                    }
                })
                .build();
    }

    /** An order of an account, perhaps in a shade of a colour. */
    record Order(
            String label,
            UUID accountUuid,
            boolean open,
            BigDecimal total,
            @Nullable UUID colorUuid,
            @Nullable String shade) {
        static final Resource<Order> RESOURCE = Resource.named("order", "orders", Order.class, Order::label)
                .unique("label", Order::label)
                .ownedBy("account_uuid", () -> Account.RESOURCE, "order_count")
                .contributes("account_uuid", "open_count", order -> order.open ? BigDecimal.ONE : BigDecimal.ZERO)
                .contributes("account_uuid", "open_total", order -> order.open ? order.total : BigDecimal.ZERO)
                .reference(new Reference("color_uuid", () -> Color.RESOURCE))
                .rule(new Rule<>() {
                    @Override
                    public Order complete(Write write, @Nullable Order before, Order order) {
                        var known = Optional.ofNullable(order.colorUuid)
                                .flatMap(color -> write.find(Color.RESOURCE, color))
                                .map(color -> color.value().shades());
                        if (order.shade != null && !known.orElse(List.of()).contains(order.shade)) {
                            throw WaggleException.invalid(List.of(new Fault("shade", "is no shade of the colour")));
                        }
                        return order;
                    }

                    @Override
                    public void contribute(Records records, Order order, Contributions contributions) {
                        if (order.shade != null) {
                            contributions.refer(
                                    Color.RESOURCE,
                                    Objects.requireNonNull(order.colorUuid),
                                    "shade",
                                    Set.of(order.shade));
                        }
                    }
                })
                .counts("remark_count")
                .owns(() -> Remark.RESOURCE, "order_uuid", "remark_count")
                .build();

        static Order open(String label, UUID account, int total) {
            return new Order(label, account, true, BigDecimal.valueOf(total), null, null);
        }

        static Order colored(String label, UUID account, UUID color, String shade) {
            return new Order(label, account, false, BigDecimal.ZERO, color, shade);
        }
    }

    /** A remark below an order. */
    record Remark(String text, UUID orderUuid) {
        static final Resource<Remark> RESOURCE = Resource.named("remark", "remarks", Remark.class, Remark::text)
                .nestedIn("order_uuid", () -> Order.RESOURCE, "remark_count")
                .build();
    }
}
