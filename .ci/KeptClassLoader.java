package waggle.build;

import java.io.Closeable;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A class loader of javac's plugins and annotation processors whose classes stay for the next module. By default, javac loads
 * Error Prone and Micronaut anew for each of some 70 compilations, and each time they are interpreted until they are compiled:
 * three of four seconds of a small module's compilation. javac uses this class if it is on the boot class path and its option
 * {@code -XDprocloader} names it; otherwise javac makes a loader of its own.
 *
 * <p>One compilation at a time uses the classes of a loader, since processors keep state in static fields. Modules that are
 * compiled at the same time have a loader each.
 */
public final class KeptClassLoader extends ClassLoader implements Closeable {
    private static final Map<String, Deque<URLClassLoader>> FREE = new HashMap<>();

    private final String path;
    private final URLClassLoader classes;
    private boolean isClosed;

    /** Called by javac. */
    public KeptClassLoader(URL[] urls, ClassLoader parent) {
        this(Arrays.toString(urls), urls, parent);
    }

    private KeptClassLoader(String path, URL[] urls, ClassLoader parent) {
        this(path, take(path, urls, parent));
    }

    private KeptClassLoader(String path, URLClassLoader classes) {
        super(classes);
        this.path = path;
        this.classes = classes;
    }

    private static synchronized URLClassLoader take(String path, URL[] urls, ClassLoader parent) {
        var free = FREE.get(path);
        return free == null || free.isEmpty() ? new URLClassLoader(urls, parent) : free.pop();
    }

    /** Called by javac at the end of a compilation. */
    @Override
    public void close() {
        synchronized (KeptClassLoader.class) {
            if (!isClosed) {
                isClosed = true;
                FREE.computeIfAbsent(path, any -> new ArrayDeque<>()).push(classes);
            }
        }
    }
}
