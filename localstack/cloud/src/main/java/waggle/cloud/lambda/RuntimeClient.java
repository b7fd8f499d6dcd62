package waggle.cloud.lambda;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** AWS's runtime interface client, from our own class path; a packaged function does not contain it. */
final class RuntimeClient {
    private static final String MAIN = AWSLambda.class.getName();
    private static final String LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path LIBRARY = unpackLibrary();

    /** A class of each of the client's jars. */
    private static final List<Class<?>> PARTS =
            List.of(AWSLambda.class, LambdaRuntime.class, PojoSerializer.class, SdkInternalThreadLocal.class);

    private RuntimeClient() {}

    /** The command that runs a function as Lambda does; it needs the address of a runtime API in its environment. */
    static List<String> command(LambdaFunction function) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var start = Stream.of(
                "-D" + LIBRARY_PROPERTY + "=" + LIBRARY, "-cp", classPath(function), MAIN, function.handler());
        return Stream.of(
                        Stream.of(java),
                        function.lambdaJvmArguments().stream(),
                        function.jvmArguments().stream(),
                        start)
                .flatMap(words -> words)
                .toList();
    }

    private static String classPath(LambdaFunction function) {
        return Stream.concat(Stream.of(function.jar()), PARTS.stream().map(RuntimeClient::jar))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Class<?> part) {
        try {
            return Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path to the jar of " + part, e);
        }
    }

    /** Left alone, every process unpacks it to the same path, under the feet of the others. */
    private static Path unpackLibrary() {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var resource = "/jni/libaws-lambda-jni.linux-" + processor + ".so";
        try (var library = Objects.requireNonNull(AWSLambda.class.getResourceAsStream(resource), resource)) {
            var file = Files.createTempFile("aws-lambda-jni", ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
