package waggle.delivery;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Says why no reply came, in words for a person and without anything of the inside. */
final class Failure {
    private Failure() {}

    static String sentence(Throwable cause) {
        return switch (cause) {
            case NotPublicException refused -> "the address is not public";
            case UnknownHostException unknown -> "the name cannot be resolved";
            case ConnectException refused -> "cannot connect";
            case NoRouteToHostException unreachable -> "cannot connect";
            case SSLException tls -> isUntrusted(tls) ? "the certificate is not trusted" : "cannot agree on TLS";
            case MessageConstraintException tooLarge -> "the reply's head is too large";
            case ClientProtocolException malformed -> "the reply is not valid HTTP";
            // HttpClient's own, where a reply has a status like 000: a receiver must not look like a fault of ours.
            case RuntimeException malformed -> "the reply is not valid HTTP";
            case Error ours -> throw ours;
            default -> "the connection ended without a reply";
        };
    }

    private static boolean isUntrusted(SSLException e) {
        return Stream.<Throwable>iterate(e, next -> next != null, Throwable::getCause)
                .anyMatch(
                        cause -> cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException);
    }
}
