package waggle.partners;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.companies.Company;
import waggle.model.deals.Payment;
import waggle.model.keys.MethodAccess;
import waggle.model.keys.Scopes.Scope;
import waggle.model.partners.Partner;
import waggle.model.payments.Balance;
import waggle.model.payments.Statement;
import waggle.model.store.Store;

/** What a partner is owed and was paid. A key needs read access to payments too. */
@Controller(ResourceGroup.BASE + "/" + Partner.PATH + "/{uuid}")
final class AccountController {
    private final Store<Partner> partners;
    private final Clock clock;

    AccountController(ResourceSupport support, Clock clock) {
        this.partners = support.store(Partner.RESOURCE);
        this.clock = clock;
    }

    /**
     * Reads the balance of a partner. It has the payments to the partner itself, per currency; those to its contacts and
     * users are not part of it. A payment that changed within the last second may still have its old value in it.
     */
    @Get("/balance")
    public HttpResponse<Balance> balance(Actor actor, String uuid, Query query) {
        query.requireNone();
        var partner = partner(actor, uuid, query);
        var records = partners.records(actor);
        return HttpResponse.ok(
                Balance.of(records, partner, LocalDate.ofInstant(clock.instant(), Company.zone(records))));
    }

    /**
     * Reads the statement of a partner over some days. Its balance is what the partner has earned and was not paid. A
     * payment is earned on {@code booked_on}, and paid or cancelled on {@code settled_on}; a payment that was cancelled
     * before it was earned has no lines. Statements show the values of payments as they are now. A page is a statement of its
     * own: its opening balances are the closing balances of the page before.
     */
    @Get("/statement")
    @JsonTypes(query = StatementDays.class)
    public HttpResponse<Statement> statement(Actor actor, String uuid, Query query) {
        var days = StatementDays.read(query);
        return HttpResponse.ok(Statement.of(
                partners.records(actor),
                partner(actor, uuid, query),
                days.from(),
                days.to(),
                days.page(),
                days.pageSize()));
    }

    private UUID partner(Actor actor, String uuid, Query query) {
        if (!query.scopes().allow(Scope.READ, Payment.PATH)) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, MethodAccess.refusal(Scope.READ));
        }
        return partners.get(actor, Uuids.inPath(uuid)).uuid();
    }
}
