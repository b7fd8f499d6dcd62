package waggle.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A TCP server on this machine that runs a script for each connection. */
final class Receiver implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<CompletableFuture<Void>> ends = new LinkedBlockingQueue<>();
    private volatile boolean isConnected;

    /** Serves one connection; an exception is expected when the client closes it. */
    interface Script {
        void serve(Receiver receiver, Socket socket) throws IOException;
    }

    Receiver(Script script) throws IOException {
        this(ServerSocketFactory.getDefault(), script);
    }

    Receiver(ServerSocketFactory sockets, Script script) throws IOException {
        this.script = script;
        server = sockets.createServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Reads a request and replies with this text in Latin-1. */
    static Receiver replying(String reply) throws IOException {
        return new Receiver((receiver, socket) -> {
            receiver.readRequest(socket);
            socket.getOutputStream().write(reply.getBytes(ISO_8859_1));
        });
    }

    /** Reads a request, sends the start of a reply, and then repeats the rest as fast as the client reads it. */
    static Receiver streaming(String begin, String more) throws IOException {
        return new Receiver((receiver, socket) -> {
            receiver.readRequest(socket);
            socket.getOutputStream().write(begin.getBytes(ISO_8859_1));
            while (true) {
                socket.getOutputStream().write(more.getBytes(ISO_8859_1));
            }
        });
    }

    /** Reads a request, sends the start of a reply, and then one drop every 20 ms until the client closes. */
    static Receiver dripping(String begin, String drop) throws IOException {
        return new Receiver((receiver, socket) -> {
            receiver.readRequest(socket);
            socket.getOutputStream().write(begin.getBytes(ISO_8859_1));
            while (isOpen(socket)) {
                socket.getOutputStream().write(drop.getBytes(ISO_8859_1));
            }
        });
    }

    /** Reads everything and sends nothing. */
    static Receiver silent() throws IOException {
        return new Receiver((receiver, socket) -> socket.getInputStream().readAllBytes());
    }

    URI uri() {
        return uri("http", "127.0.0.1");
    }

    URI uri(String scheme, String host) {
        return URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/hooks?of=us");
    }

    List<String> requests() {
        return requests;
    }

    /** Whether a client has connected. */
    boolean isConnected() {
        return isConnected;
    }

    /** Waits for the end of the next connection. The future fails if its script failed. */
    CompletableFuture<Void> awaitEnd() throws InterruptedException {
        var end = ends.poll(1, TimeUnit.MINUTES);
        if (end == null) {
            throw new AssertionError("no connection has ended");
        }
        return end;
    }

    /** Returns the number of ended connections that no test waited for. */
    int ended() {
        return ends.size();
    }

    void readRequest(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) readByte(socket.getInputStream()));
        }
        var length = head.toString().replaceFirst("(?is).*\r\ncontent-length: *([0-9]+).*", "$1");
        var body = socket.getInputStream().readNBytes(Integer.parseInt(length));
        requests.add(head + new String(body, ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static int readByte(InputStream in) throws IOException {
        var next = in.read();
        if (next < 0) {
            throw new IOException("the client closed the connection");
        }
        return next;
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                isConnected = true;
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.serve(this, socket);
            ends.add(CompletableFuture.completedFuture(null));
        } catch (IOException e) {
            ends.add(CompletableFuture.failedFuture(e));
        }
    }
}
