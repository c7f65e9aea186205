package touchstone.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import touchstone.measurement.interval.Quantile;

/** Load where {@code wrk} is missing. Slower than wrk, so it may be what limits a fast server. */
final class LoadClient {

    private record Seen(List<Double> micros, long failed) {}

    private LoadClient() {}

    /** {@code arguments}: port, seconds, connections, body. Prints one line that {@link Load} reads. */
    static void main(String[] arguments) throws InterruptedException, ExecutionException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + arguments[0] + Prompts.PATH))
                .header("authorization", "Bearer simulated")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(arguments[3]))
                .build();
        long nanos = Long.parseLong(arguments[1]) * 1_000_000_000L;
        List<Future<Seen>> connections = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                connections.add(threads.submit(() -> send(request, begun + nanos)));
            }
        }
        List<Seen> seen = new ArrayList<>();
        for (Future<Seen> connection : connections) {
            seen.add(connection.get());
        }
        long took = System.nanoTime() - begun;
        double[] micros = seen.stream()
                .flatMap(one -> one.micros().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        long failed =
                Stream.of(seen.toArray(Seen[]::new)).mapToLong(Seen::failed).sum();
        IO.println("RESULT " + micros.length + " " + took / 1_000 + " " + Math.round(Quantile.of(micros, 0.5)) + " "
                + Math.round(Quantile.of(micros, 0.99)) + " " + failed);
    }

    private static Seen send(HttpRequest request, long endNanos) throws IOException, InterruptedException {
        List<Double> micros = new ArrayList<>();
        long failed = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < endNanos) {
                long sent = System.nanoTime();
                int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode();
                micros.add((System.nanoTime() - sent) / 1e3);
                failed += status == 200 ? 0 : 1;
            }
        }
        return new Seen(micros, failed);
    }
}
