package waggle.site.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Joins ES modules to one classic script. Each module becomes a function that runs once, after those of the modules that it
 * imports, and returns what it exports.
 */
final class Joiner {
    private final Map<Path, SourceModule> modules = new HashMap<>();
    private final Map<Path, String> names = new HashMap<>();
    private final Set<Path> begun = new HashSet<>();
    private final StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");

    /**
     * Returns the modules that the first one needs, itself last.
     *
     * @throws IllegalArgumentException if a module imports what another does not export, or imports itself through others
     */
    static String join(Path first) throws IOException {
        var joiner = new Joiner();
        joiner.add(first.normalize());
        return joiner.script.append("})();\n").toString();
    }

    private SourceModule add(Path file) throws IOException {
        var known = modules.get(file);
        if (known != null) {
            return known;
        }
        require(begun.add(file), file + " must not import itself, not through other modules either");
        var module = SourceModule.read(file);
        for (var taken : module.imports()) {
            var exports = add(taken.file()).exports();
            for (var name : taken.names()) {
                require(exports.contains(name), taken.file() + " must export " + name + ", which " + file + " imports");
            }
        }
        modules.put(file, module);
        write(module);
        return module;
    }

    private void write(SourceModule module) {
        var name = "module" + modules.size();
        names.put(module.file(), name);
        script.append("const ").append(name).append(" = (() => {\n");
        for (var taken : module.imports()) {
            script.append("const { ").append(String.join(", ", taken.names())).append(" } = ");
            script.append(names.get(taken.file())).append(";\n");
        }
        script.append(module.script());
        script.append("return { ").append(String.join(", ", module.exports())).append(" };\n})();\n");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
