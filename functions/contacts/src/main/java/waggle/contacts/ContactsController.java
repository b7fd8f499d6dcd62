package waggle.contacts;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.partners.Contact;

@Controller(ResourceGroup.BASE + "/" + Contact.PATH)
final class ContactsController extends ResourceController<Contact> {
    ContactsController(ResourceSupport support) {
        super(Contact.RESOURCE, support);
    }
}
