package waggle.users;

import io.micronaut.http.annotation.Controller;
import waggle.http.resource.ResourceController;
import waggle.http.resource.ResourceSupport;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.partners.User;

@Controller(ResourceGroup.BASE + "/" + User.PATH)
final class UsersController extends ResourceController<User> {
    UsersController(ResourceSupport support) {
        super(User.RESOURCE, support);
    }
}
