package waggle.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a web page. All are texts, since API Gateway would need configuration for binary replies.
 *
 * @param edition a hash of all files, part of their paths, so that browsers can cache them for ever
 * @param replies by edition and name
 */
record Assets(String edition, Map<String, SiteReply> replies) {
    private static final String KEPT = "public, max-age=31536000, immutable";

    static Assets ofDocs() {
        return read("docs", List.of("docs.css", "docs.js", "icon.svg", "licences.txt"));
    }

    static Assets ofConsole() {
        return read("console", List.of("console.css", "console.js", "icon.svg", "licences.txt"));
    }

    static Assets ofStatus() {
        return read("status", List.of("status.css"));
    }

    private static Assets read(String folder, List<String> names) {
        var texts = new LinkedHashMap<String, String>();
        names.forEach(name -> texts.put(name, ClassPath.text("site/" + folder + "/" + name)));
        var edition = Hash.of(String.join("", texts.values()));
        var replies = new LinkedHashMap<String, SiteReply>();
        texts.forEach((name, text) -> replies.put(edition + "/" + name, SiteReply.page(contentType(name), KEPT, text)));
        return new Assets(edition, replies);
    }

    private static String contentType(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        var type =
                switch (extension) {
                    case "css" -> "text/css";
                    case "js" -> "text/javascript";
                    case "svg" -> "image/svg+xml";
                    case "txt" -> "text/plain";
                    default -> throw new IllegalArgumentException(name);
                };
        return type + "; charset=utf-8";
    }
}
