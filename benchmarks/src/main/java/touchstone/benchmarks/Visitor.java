package touchstone.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who has signed in to the web application with the example's password.
 *
 * @param cookie of the session
 * @param token against other sites, for the session
 */
record Visitor(HttpClient client, int port, String cookie, String token) {

    private static final String PASSWORD = "walnut-harbour-47";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(touchstone=[^;]+)");

    /** Signs in as one of the people of the filler. */
    static Visitor signIn(HttpClient client, int port, int person) throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(address(port, "/sign-in"))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Visitor stranger = new Visitor(client, port, cookie(page), found(TOKEN, page.body()));
        String form = "username=person-" + person + "%40example.org&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(stranger.token, StandardCharsets.UTF_8);
        HttpResponse<String> answer = client.send(
                stranger.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Visitor known = new Visitor(client, port, cookie(answer), "");
        HttpResponse<String> start = client.send(known.request("/").build(), HttpResponse.BodyHandlers.ofString());
        if (start.statusCode() != 200) {
            throw new IllegalStateException(
                    "person " + person + " cannot sign in: " + answer.statusCode() + ", then " + start.statusCode());
        }
        return new Visitor(client, port, known.cookie, found(TOKEN, start.body()));
    }

    /** Asks for a page; the answer's status, with the body read to its end. */
    CompletableFuture<Integer> get(String path) {
        return client.sendAsync(
                        request(path).header("Accept-Encoding", "gzip").build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(HttpResponse::statusCode);
    }

    /** Sends JSON. */
    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-TOKEN", token)
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(port, path))
                .timeout(PATIENCE)
                .header("Cookie", cookie)
                .header("User-Agent", "touchstone-bench");
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String cookie(HttpResponse<String> response) {
        return found(COOKIE, String.join("\n", response.headers().allValues("set-cookie")));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(
                    "no " + pattern + " in: " + text.substring(0, Math.min(400, text.length())));
        }
        return matcher.group(1);
    }
}
