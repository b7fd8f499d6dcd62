package waggle.bench.live;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What this process uses.
 *
 * @param heap bytes of living objects
 * @param resident bytes of the process in memory
 * @param processor seconds of a processor in a minute
 */
record Footprint(long heap, long resident, double processor) {
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KILO = 1024;

    static Footprint measure() throws InterruptedException, IOException {
        for (var i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(500);
        }
        var runtime = Runtime.getRuntime();
        var heap = runtime.totalMemory() - runtime.freeMemory();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var begun = system.getProcessCpuTime();
        TimeUnit.NANOSECONDS.sleep(TIME.toNanos());
        return new Footprint(heap, residentBytes(), (system.getProcessCpuTime() - begun) / 1e9);
    }

    /** 0 where the system is not Linux. */
    private static long residentBytes() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    * KILO;
        }
    }
}
