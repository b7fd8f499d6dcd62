package waggle.partners;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.notes.Note;
import waggle.model.partners.Partner;

@Controller(ResourceGroup.BASE + "/" + Partner.PATH + "/{parent}/" + Note.PATH)
final class PartnerNotesController extends ResourceController<Note> {
    PartnerNotesController(ResourceSupport support) {
        super(Partner.NOTES, support);
    }
}
