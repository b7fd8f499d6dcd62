package waggle.leads;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.leads.Lead;
import waggle.model.notes.Note;

@Controller(ResourceGroup.BASE + "/" + Lead.PATH + "/{parent}/" + Note.PATH)
final class LeadNotesController extends ResourceController<Note> {
    LeadNotesController(ResourceSupport support) {
        super(Lead.NOTES, support);
    }
}
