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

/** The runtime interface client of AWS, from the class path of this process. Packaged functions do not contain it. */
final class RuntimeClient {
    private static final String MAIN = AWSLambda.class.getName();
    private static final String LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path LIBRARY = unpackLibrary();

    /** One class of each jar of the client. */
    private static final List<Class<?>> CLASSES =
            List.of(AWSLambda.class, LambdaRuntime.class, PojoSerializer.class, SdkInternalThreadLocal.class);

    private RuntimeClient() {}

    /** The command that starts a function. The process reads the address of the runtime API from its environment. */
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
        return Stream.concat(Stream.of(function.jar()), CLASSES.stream().map(RuntimeClient::jar))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The jar of " + type + " has no path", e);
        }
    }

    /** Unpacks the native library once. By default each process overwrites the same file while others use it. */
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
