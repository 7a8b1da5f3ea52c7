package org.gatebook.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Three requests to try on the demo: the same that the README shows. */
public final class DemoRequests {

    private static final String LOOKUP = "{\"type\": \"barcode\", \"identifier\": \"" + DemoFestival.WRISTBAND + "\"}";

    private final String organizer;

    /** @param baseUrl where the server listens, without a slash at the end */
    public DemoRequests(String baseUrl) {
        this.organizer = baseUrl + "/api/v1/organizers/" + DemoFestival.ORGANIZER;
    }

    /** What the terminal shows. */
    public String text() {
        return """

            Gatebook is ready. Organizer: %1$s   Token: %2$s

            Try:
              curl -H 'Authorization: Token %2$s' \\
                   '%3$s/events/%5$s/orders/?status=p&page_size=3'

              curl -H 'Authorization: Token %2$s' -H 'Content-Type: application/json' \\
                   -d '%4$s' \\
                   '%3$s/reusablemedia/lookup/?expand=linked_giftcard&expand=linked_orderposition'

              curl -H 'Authorization: Token %2$s' \\
                   '%3$s/events/%5$s/orders/%6$s/history/'

            Ctrl-C stops it.
            """.formatted(
                DemoFestival.ORGANIZER, DemoFestival.TOKEN, organizer, LOOKUP, DemoSeason.NIGHTS, DemoSeason.ORDER);
    }

    /**
     * Sends them.
     *
     * @throws IllegalStateException if one is not answered as it should be
     */
    public void send(HttpClient client) throws IOException, InterruptedException {
        expectSuccess(
                client,
                request("/events/" + DemoSeason.NIGHTS + "/orders/?status=p&page_size=3")
                        .GET());
        expectSuccess(
                client,
                request("/reusablemedia/lookup/?expand=linked_giftcard&expand=linked_orderposition")
                        .POST(HttpRequest.BodyPublishers.ofString(LOOKUP)));
        expectSuccess(
                client,
                request("/events/" + DemoSeason.NIGHTS + "/orders/" + DemoSeason.ORDER + "/history/")
                        .GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(organizer + path))
                .header("Authorization", "Token " + DemoFestival.TOKEN)
                .header("Content-Type", "application/json");
    }

    private static void expectSuccess(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
        }
    }
}
