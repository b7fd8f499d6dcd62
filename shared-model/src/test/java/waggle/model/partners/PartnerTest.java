package waggle.model.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.Refusals.assertRefused;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;

class PartnerTest {
    /** DynamoDB Local needs long for more; {@code -Dwaggle.contacts=1000} tests a thousand. */
    private static final int MANY = Integer.getInteger("waggle.contacts", 250);

    private final LocalStore<Partner> partners =
            new LocalStore<>(LocalTable.shared(), Partner.RESOURCE, Clock.systemUTC());
    private final LocalStore<Contact> contacts = partners.of(Contact.RESOURCE);
    private final LocalStore<User> users = partners.of(User.RESOURCE);
    private final Actor actor = LocalTable.someone();

    @ParameterizedTest
    @CsvSource({
        "ada@Example.COM, example.com",
        "ada@mail.example.co.uk, mail.example.co.uk",
        "ada@gmail.com, ",
        "ada@GMX.de, ",
    })
    void emailDomain_whenAbsent_isThatOfTheAddressUnlessFreeMail(String email, String domain) {
        assertThat(partners.create(actor, Samples.withEmail(email)).value().emailDomain())
                .isEqualTo(domain);
    }

    @Test
    void emailDomain_ofAnother_isRefusedNamingIt() {
        var first = partners.create(actor, Samples.withEmail("ada@example.com"));

        assertThatThrownBy(() -> partners.create(actor, Samples.withEmail("bob@example.com")))
                .hasMessage("The email domain \"example.com\" is taken by partner " + first.uuid());
        partners.create(actor, Samples.withEmail("ada@gmail.com"));
        partners.create(actor, Samples.withEmail("bob@gmail.com"));
    }

    @Test
    void counts_moveWithContactsAndUsers_andLeaveTheVersion() {
        var partner = create();
        var other = create();
        var contact = contacts.create(actor, Samples.contact(partner, "ada@example.com"));
        contacts.create(actor, Samples.contact(partner, "bob@example.com"));
        users.create(actor, Samples.user(partner, "eve@example.com"));

        contacts.change(actor, contact.uuid(), Precondition.NONE, before -> Samples.contact(other, before.email()));

        assertThat(counts(partner)).isEqualTo("1 1");
        assertThat(counts(other)).isEqualTo("1 0");
        assertThat(partners.get(actor, partner).version()).isEqualTo(1);
        assertThat(partners.get(actor, partner).moves()).isEqualTo(4);
        contacts.delete(actor, contact.uuid(), Precondition.NONE);
        assertThat(counts(other)).isEqualTo("0 0");
    }

    @Test
    void counts_movedAtOnce_areExact() {
        var partner = create();

        IntStream.range(0, 24)
                .parallel()
                .forEach(i -> contacts.create(actor, Samples.contact(partner, i + "@example.com")));

        assertThat(counts(partner)).isEqualTo("24 0");
    }

    @Test
    void contact_ofTheSameAddress_isUniqueAtOnePartner() {
        var partner = create();
        contacts.create(actor, Samples.contact(partner, "ada@example.com"));

        assertRefused(ErrorCode.CONFLICT, () -> contacts.create(actor, Samples.contact(partner, "ADA@example.com")));
        contacts.create(actor, Samples.contact(create(), "ada@example.com"));
    }

    @Test
    void delete_withVeryManyContacts_leavesNothing() {
        var partner = create();
        var other = create();
        contacts.create(actor, Samples.contact(other, "kept@example.com"));
        IntStream.range(0, MANY)
                .parallel()
                .forEach(i -> contacts.create(actor, Samples.contact(partner, i + "@example.com")));
        users.create(actor, Samples.user(partner, "eve@example.com"));

        deleteAskingAgain(partner);

        assertRefused(ErrorCode.NOT_FOUND, () -> partners.get(actor, partner));
        assertThat(contacts.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isEqualTo(1);
        assertThat(users.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isZero();
        assertThat(counts(other)).isEqualTo("1 0");
    }

    /** One request has 20 seconds, so a slow machine needs several. */
    private void deleteAskingAgain(UUID partner) {
        for (var left = true; left; ) {
            try {
                partners.delete(actor, partner, Precondition.NONE);
                left = false;
            } catch (WaggleException refusal) {
                assertThat(refusal).hasMessageContaining("Repeat the request to finish");
            }
        }
    }

    @Test
    void delete_interrupted_refusesWritesAndFinishesOnRepetition() {
        var partner = create();
        IntStream.range(0, 60).forEach(i -> contacts.create(actor, Samples.contact(partner, i + "@example.com")));
        var dying = new LocalStore<>(LocalTable.client(new Dying(3)), Partner.RESOURCE, Clock.systemUTC());
        assertThatThrownBy(() -> dying.delete(actor, partner, Precondition.NONE))
                .hasMessage("killed");

        assertThatThrownBy(() -> partners.change(actor, partner, Precondition.NONE, before -> Samples.partner("Other")))
                .hasMessage("Partner \"Partner\" is being deleted");
        assertThatThrownBy(() -> contacts.create(actor, Samples.contact(partner, "new@example.com")))
                .hasMessage("The partner " + partner + " is being deleted");
        assertThat(counts(partner)).isNotEqualTo("60 0").isNotEqualTo("0 0");

        partners.delete(actor, partner, Precondition.NONE);
        assertThat(contacts.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isZero();
    }

    @Test
    void delete_whileAUserOfThePartnerIsAssigned_isRefusedAndChangesNothing() {
        var partner = create();
        var user = users.create(actor, Samples.user(partner, "eve@example.com")).uuid();
        contacts.create(actor, Samples.contact(partner, "ada@example.com"));
        var assigned = partners.create(actor, assigned(user)).uuid();

        assertThatThrownBy(() -> partners.delete(actor, partner, Precondition.NONE))
                .hasMessage("User \"eve@example.com\" is used by 1 record");

        assertThat(counts(partner)).isEqualTo("1 1");
        partners.change(actor, partner, Precondition.NONE, before -> Samples.partner("Still writable"));
        partners.delete(actor, assigned, Precondition.NONE);
        partners.delete(actor, partner, Precondition.NONE);
    }

    private static Partner assigned(UUID user) {
        var plain = Samples.partner("Assigned");
        return new Partner(
                plain.name(),
                plain.partnerType(),
                plain.status(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                plain.tagUuids(),
                List.of(user),
                null,
                null,
                plain.externalIds(),
                plain.customFields());
    }

    private UUID create() {
        return partners.create(actor, Samples.partner("Partner")).uuid();
    }

    private String counts(UUID partner) {
        var counts = partners.get(actor, partner).counts();
        return number(counts.get(Partner.CONTACTS)) + " " + number(counts.get(Partner.USERS));
    }

    private static String number(@Nullable BigDecimal number) {
        return String.valueOf(number);
    }

    /** Passes some transactions on, and fails the rest. */
    private static final class Dying implements ExecutionInterceptor {
        private final AtomicInteger left;

        Dying(int transactions) {
            left = new AtomicInteger(transactions);
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() <= 0) {
                throw new IllegalStateException("killed");
            }
        }
    }
}
