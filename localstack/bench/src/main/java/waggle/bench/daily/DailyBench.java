package waggle.bench.daily;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.bench.capacity.CapacityMeter;
import waggle.bench.capacity.Charge;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.figures.Figure;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;
import waggle.events.sweep.Sweeper;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.table.NewTable;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/** Measures the daily run over very many payments that become due on one day, killed in the middle and resumed. */
public final class DailyBench {
    private static final String TABLE = "waggle-daily";

    /** The first process dies after so many transactions, in the middle of its sweep. */
    private static final int LAST = 500;

    /** More sweeps than a day has minutes. */
    private static final int MOST_SWEEPS = 1_440;

    private final DynamoDbClient client;
    private final int count;
    private final OpenPayments payments;
    private final List<Sweep> sweeps = new ArrayList<>();

    /** What one sweep did, in its time and for its charge. Each payment becomes due in a transaction of its own. */
    private record Sweep(String name, int due, Duration time, Charge charge) {}

    private DailyBench(DynamoDbClient client, int count) {
        this.client = client;
        this.count = count;
        this.payments = new OpenPayments(client, TABLE, count);
    }

    /** Measures and prints. */
    public static void run(int count, PrintStream out) throws Exception {
        try (var database = EmbeddedDynamoDb.start(null);
                var client = Clients.dynamoDb(
                        new Settings("us-east-1", TABLE, database.endpoint()), BenchCloud.credentials())) {
            NewTable.create(client, TABLE);
            new DailyBench(client, count).measure(out);
        }
    }

    private void measure(PrintStream out) {
        payments.write();
        sweep("killed", true);
        do {
            sweep("resumed", false);
        } while (sweeps.getLast().due() > 0 && sweeps.size() < MOST_SWEEPS);
        var due = payments.due();
        if (Set.copyOf(due).size() < due.size()) {
            throw new IllegalStateException("a payment became due twice");
        }
        print(due.size(), out);
    }

    private void sweep(String name, boolean dies) {
        var transactions = new AtomicInteger();
        var counted = FaultyClient.with(
                client,
                method -> (method.equals("transactWriteItems") ? transactions.incrementAndGet() : transactions.get())
                                        > LAST
                                && dies
                        ? Fault.KILLED_BEFORE
                        : Fault.NONE);
        var begin = System.nanoTime();
        var charge = CapacityMeter.measure(() -> sweep(counted, dies));
        var time = Duration.ofNanos(System.nanoTime() - begin);
        sweeps.add(new Sweep(name, dies ? LAST : transactions.get(), time, charge));
    }

    private static void sweep(DynamoDbClient with, boolean dies) {
        try {
            new Sweeper(with, TABLE, Clock.systemUTC(), new NoQueues()).sweep();
        } catch (FaultyClient.Killed | IllegalStateException killed) {
            if (!dies) {
                throw killed;
            }
        }
    }

    private void print(int due, PrintStream out) {
        out.println();
        out.printf(Locale.ROOT, "%-28s %9s %9s %9s %9s%n", "Sweeps", "due", "s", "read", "write");
        sweeps.forEach(sweep -> out.printf(
                Locale.ROOT,
                "%-28s %9d %9.1f %9.0f %9.0f%n",
                sweep.name(),
                sweep.due(),
                sweep.time().toMillis() / 1_000.0,
                sweep.charge().read(),
                sweep.charge().write()));
        Figure.print(
                out,
                "%d payments due, each once".formatted(due),
                List.of(
                        new Figure("lost", count - due, 0),
                        new Figure(
                                "s",
                                sweeps.stream()
                                                .mapToLong(sweep -> sweep.time().toMillis())
                                                .sum()
                                        / 1_000.0,
                                Figure.NONE),
                        new Figure("read units / payment", perPayment(Charge::read), Figure.NONE),
                        new Figure("write units / payment", perPayment(Charge::write), Figure.NONE)));
    }

    private double perPayment(ToDoubleFunction<Charge> of) {
        return sweeps.stream().map(Sweep::charge).mapToDouble(of).sum() / count;
    }
}
