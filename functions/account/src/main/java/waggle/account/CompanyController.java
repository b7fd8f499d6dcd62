package waggle.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.resource.SingleRecord;
import waggle.model.Actor;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.companies.Company;
import waggle.model.deals.WonValue;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;

@Controller(ResourceGroup.BASE + "/" + Company.PATH)
final class CompanyController {
    private final SingleRecord<Company> company;

    CompanyController(ResourceSupport support) {
        this.company = support.single(Company.RESOURCE);
    }

    /** Reads the company that the key belongs to. */
    @Get
    @JsonTypes(reply = Company.class)
    public HttpResponse<Entity<Company>> get(Actor actor) {
        return company.get(actor, actor.company());
    }

    /** Changes the company that the key belongs to. */
    @Patch
    @JsonTypes(reply = Company.class)
    public HttpResponse<String> patch(Actor actor, JsonBody body, Precondition precondition, Idempotency idempotency) {
        return company.patch(actor, actor.company(), body, precondition, idempotency, WonValue::requireCurrency);
    }
}
