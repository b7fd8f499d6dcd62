package waggle.leads;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import waggle.http.reply.WriteReplies;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.companies.Company;
import waggle.model.declaration.Write;
import waggle.model.leads.Lead;
import waggle.model.leads.Registrations;
import waggle.model.records.Entity;

/** The steps of a deal registration. Each returns the lead. */
@Controller(ResourceGroup.BASE + "/" + Lead.PATH + "/{uuid}")
final class RegistrationController {
    private final ShapeReader<Approval> approvals;
    private final ShapeReader<Rejection> rejections;
    private final ShapeReader<Extension> extensions;

    RegistrationController(ResourceSupport support) {
        this.approvals = support.reader(Approval.class);
        this.rejections = support.reader(Rejection.class);
        this.extensions = support.reader(Extension.class);
    }

    /** Registers a lead for its partner. One partner at a time holds the domain of the lead. */
    @Post("/register")
    @JsonTypes(reply = Lead.class)
    public HttpResponse<String> register(Actor actor, String uuid, Idempotency idempotency) {
        return step(actor, uuid, idempotency, Registrations::register);
    }

    /** Approves a pending registration. The lead is protected from now on. */
    @Post("/approve")
    @JsonTypes(request = Approval.class, reply = Lead.class)
    public HttpResponse<String> approve(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        return step(actor, uuid, idempotency, (write, lead) -> {
            var days = approvals.read(body).protectedDays();
            return Registrations.approve(
                    write, lead, Objects.requireNonNullElseGet(days, () -> Company.registrationDays(write)));
        });
    }

    /** Rejects a pending registration. The domain is free again. */
    @Post("/reject")
    @JsonTypes(request = Rejection.class, reply = Lead.class)
    public HttpResponse<String> reject(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        return step(
                actor,
                uuid,
                idempotency,
                (write, lead) ->
                        Registrations.reject(write, lead, rejections.read(body).reason()));
    }

    /** Withdraws a pending or approved registration. The domain is free again. */
    @Post("/withdraw")
    @JsonTypes(reply = Lead.class)
    public HttpResponse<String> withdraw(Actor actor, String uuid, Idempotency idempotency) {
        return step(actor, uuid, idempotency, Registrations::withdraw);
    }

    /** Extends the protection of an approved registration. */
    @Post("/extend")
    @JsonTypes(request = Extension.class, reply = Lead.class)
    public HttpResponse<String> extend(Actor actor, String uuid, JsonBody body, Idempotency idempotency) {
        return step(
                actor,
                uuid,
                idempotency,
                (write, lead) ->
                        Registrations.extend(write, lead, extensions.read(body).protectedDays()));
    }

    private static HttpResponse<String> step(
            Actor actor, String uuid, Idempotency idempotency, BiFunction<Write, UUID, Entity<Lead>> step) {
        var lead = Uuids.inPath(uuid);
        return idempotency.once(actor, write -> WriteReplies.changed(step.apply(write, lead)));
    }
}
