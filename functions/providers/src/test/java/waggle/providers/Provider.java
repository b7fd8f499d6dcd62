package waggle.providers;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.cloud.crm.salesforce.SalesforceFake;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Crm;
import waggle.model.crm.sync.ObjectMapping;
import waggle.providers.hubspot.HubSpotCrm;
import waggle.providers.pipedrive.PipedriveCrm;

/** The providers, each with its fake and with its names of what the tests of all providers map. */
enum Provider {
    HUBSPOT("companies", "name", "domain", "phone", "contacts", "lastname", "email") {
        @Override
        FakeCrm start(Clock clock) {
            return HubSpotFake.start(0, "pat-local-1", clock);
        }

        @Override
        Crm connect(HttpClient client, FakeCrm fake, CallBudget budget) {
            return new HubSpotCrm(client, fake.url(), "pat-local-1", budget);
        }
    },
    PIPEDRIVE("organizations", "name", PipedriveFake.DOMAIN, PipedriveFake.PHONE, "persons", "name", "emails") {
        @Override
        FakeCrm start(Clock clock) {
            return PipedriveFake.start(0, "local-1", clock);
        }

        @Override
        Crm connect(HttpClient client, FakeCrm fake, CallBudget budget) {
            return new PipedriveCrm(client, fake.url(), "local-1", budget);
        }
    },
    SALESFORCE("Account", "Name", "Website", "Phone", "Contact", "LastName", "Email") {
        @Override
        FakeCrm start(Clock clock) {
            return SalesforceFake.start(0, "local-app", "local-1", clock);
        }

        @Override
        Crm connect(HttpClient client, FakeCrm fake, CallBudget budget) {
            return MemoryTokens.salesforce(client, fake.url(), "local-app", "local-1", budget);
        }
    };

    static final List<String> FIELDS = List.of("name", "domain", "phone");

    final String companies;
    final String contacts;
    private final String name;
    private final String domain;
    private final String phone;
    private final String lastName;
    private final String email;

    Provider(
            String companies,
            String name,
            String domain,
            String phone,
            String contacts,
            String lastName,
            String email) {
        this.companies = companies;
        this.contacts = contacts;
        this.name = name;
        this.domain = domain;
        this.phone = phone;
        this.lastName = lastName;
        this.email = email;
    }

    abstract FakeCrm start(Clock clock);

    abstract Crm connect(HttpClient client, FakeCrm fake, CallBudget budget);

    /** Whether a merged record tells its winner. Pipedrive's winner carries the mark of the loser instead. */
    boolean tellsMerges() {
        return this != PIPEDRIVE;
    }

    /** The provider's name of a field. */
    String field(String waggle) {
        return switch (waggle) {
            case "name" -> name;
            case "domain" -> domain;
            case "phone" -> phone;
            case "last_name" -> lastName;
            case "email" -> email;
            default -> throw new IllegalArgumentException(waggle);
        };
    }

    /** Values by the provider's names. */
    Map<String, String> named(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(value -> field(value.getKey()), Map.Entry::getValue));
    }

    ObjectMapping mapping() {
        var fields = List.of(
                FieldRule.of("name", field("name"), Form.TEXT),
                FieldRule.of("domain", field("domain"), Form.NAME),
                FieldRule.of("phone", field("phone"), Form.TEXT));
        return new ObjectMapping(companies, fields, List.of("domain"), Direction.BOTH, ObjectMapping.OnDelete.UNLINK);
    }

    ObjectMapping contactMapping() {
        var fields = List.of(FieldRule.of("last_name", lastName, Form.TEXT), FieldRule.of("email", email, Form.NAME));
        return new ObjectMapping(contacts, fields, List.of("email"), Direction.BOTH, ObjectMapping.OnDelete.UNLINK);
    }
}
