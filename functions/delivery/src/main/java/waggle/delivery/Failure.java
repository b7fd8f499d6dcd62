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
import waggle.delivery.receiver.NotPublicException;

/** Explains a call without a reply to the endpoint's owner. Internal addresses and exception messages are left out. */
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
            // HttpClient throws these for replies like a status of 000; the receiver caused them, not Waggle.
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
