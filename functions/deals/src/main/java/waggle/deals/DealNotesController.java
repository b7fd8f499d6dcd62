package waggle.deals;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.deals.Deal;
import waggle.model.notes.Note;

@Controller(ResourceGroup.BASE + "/" + Deal.PATH + "/{parent}/" + Note.PATH)
final class DealNotesController extends ResourceController<Note> {
    DealNotesController(ResourceSupport support) {
        super(Deal.NOTES, support);
    }
}
