package waggle.model.catalogue;

import java.util.Arrays;
import java.util.List;
import waggle.model.crm.hook.Hooks;

/**
 * The routes that need no API key and that a resource group serves: it checks itself who makes a request. Routes, local and
 * deployed, are made from this list.
 */
public enum OpenRoute {
    /** Calls of CRMs (docs/crm.md, "Hooks"). */
    CRM_HOOKS(Hooks.PATH, ResourceGroup.CRM);

    private final String path;
    private final ResourceGroup group;

    OpenRoute(String path, ResourceGroup group) {
        this.path = path;
        this.group = group;
    }

    /** The beginning of the paths: they stand at the root of the host, not below {@link ResourceGroup#BASE}. */
    public String path() {
        return path;
    }

    public ResourceGroup group() {
        return group;
    }

    /** The routes of a group. */
    public static List<OpenRoute> of(ResourceGroup group) {
        return Arrays.stream(values()).filter(route -> route.group == group).toList();
    }

    /** Whether a path is one of these routes. */
    public static boolean covers(String path) {
        return Arrays.stream(values()).anyMatch(route -> path.startsWith(route.path + "/"));
    }
}
