package waggle.acceptance.client;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import waggle.acceptance.cloud.BaseUrl;

/** Chooses the company of a test before its instance is created. */
final class CompanyOfTest implements TestInstancePreConstructCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(CompanyOfTest.class);
    private static final ThreadLocal<Companies> SHARED = new ThreadLocal<>();

    /** The shared companies of the running test; empty if the test has companies of its own. */
    static Optional<Companies> shared() {
        return Optional.ofNullable(SHARED.get());
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        SHARED.remove();
        var method = context.getTestMethod();
        if (BaseUrl.isLocal()
                && !method.map(test -> test.isAnnotationPresent(OwnCompany.class))
                        .orElse(false)) {
            SHARED.set(classOf(context).getStore(NAMESPACE).getOrComputeIfAbsent(Companies.class));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SHARED.remove();
    }

    /** The context of the class, or of one invocation of a parameterized class. */
    private static ExtensionContext classOf(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? context
                : classOf(context.getParent().orElseThrow());
    }
}
