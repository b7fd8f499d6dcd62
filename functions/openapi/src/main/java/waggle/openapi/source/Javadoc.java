package waggle.openapi.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of the sources, as Markdown. The document takes every description of a field or operation from it. */
public final class Javadoc {
    private final Map<String, List<? extends DocTree>> comments = new HashMap<>();

    /** Reads the Javadoc of Java source files. */
    public static Javadoc of(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources);
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        var javadoc = new Javadoc();
        try {
            for (var source : task.parse()) {
                javadoc.new Reader(DocTrees.instance(task)).scan(source, source.getPackageName() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javadoc;
    }

    public Optional<String> of(Class<?> type) {
        return find(type.getCanonicalName());
    }

    /** The description of a component in the comment of its record. */
    public Optional<String> of(Class<?> type, String component) {
        return find(type.getCanonicalName() + "#" + component);
    }

    public Optional<String> ofMethod(Class<?> type, String method) {
        return find(type.getCanonicalName() + "." + method + "()");
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(comments.get(name)).map(Javadoc::markdown);
    }

    private static String markdown(List<? extends DocTree> trees) {
        var text = trees.stream().map(Javadoc::markdown).collect(Collectors.joining());
        return text.replaceAll("\\s*\n\\s*\n\\s*", "\n\n")
                .replaceAll("(?<!\n)\n(?!\n)\\s*", " ")
                .replaceAll(" *\\(`?docs/api\\.md[^)]*\\)", "")
                .strip();
    }

    private static String markdown(DocTree tree) {
        return switch (tree) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
            case LinkTree link -> "`" + link.getReference().getSignature() + "`";
            case StartElementTree element -> "\n\n";
            default -> throw new IllegalStateException("has no Markdown: " + tree);
        };
    }

    /** Visits one source file. Its argument is the name of the enclosing element, with a dot behind it. */
    private final class Reader extends TreePathScanner<@Nullable Void, String> {
        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, String within) {
            return scan(unit.getTypeDecls(), within);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String within) {
            var name = within + type.getSimpleName();
            comment().ifPresent(comment -> {
                keep(name, comment);
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .forEach(param -> comments.put(name + "#" + param.getName(), param.getDescription()));
            });
            return scan(type.getMembers(), name + ".");
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String within) {
            comment().ifPresent(comment -> keep(within + method.getName() + "()", comment));
            return null;
        }

        private Optional<DocCommentTree> comment() {
            return Optional.ofNullable(docs.getDocCommentTree(getCurrentPath()));
        }

        private void keep(String name, DocCommentTree comment) {
            comments.put(name, comment.getFullBody());
        }
    }
}
