package org.gatebook.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.Test;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=\"xx y\"";

    @Test
    void text_fields_and_files_are_kept_apart() {
        String body = """
                ignored\r
                --xx y\r
                Content-Disposition: form-data; name="name"\r
                \r
                Zoë\r
                --xx y\r
                content-disposition: form-data; name="list"\r
                Content-Type: text/plain\r
                \r
                a\r
                b\r
                --xx y\r
                Content-Disposition: form-data; name="list"\r
                \r
                \r
                --xx y\r
                Content-Disposition: form-data; name="photo"; filename="a.png"\r
                \r
                --x\r
                --xx y--\r
                """;
        RequestBody.Form form = Multipart.parse(TYPE, body.getBytes(StandardCharsets.UTF_8));
        var fields = form.fields();
        assertThat(form.files().get("photo").name()).isEqualTo("a.png");
        assertThat(form.files().get("photo").bytes()).isEqualTo("--x".getBytes(StandardCharsets.UTF_8));
        assertThat(fields).containsOnlyKeys("name", "list");
        assertThat(fields.get("name")).isEqualTo(List.of("Zoë"));
        assertThat(fields.get("list")).isEqualTo(List.of("a\r\nb", ""));
    }

    @Test
    void a_body_without_its_boundary_or_its_end_is_a_400() {
        assertThatThrownBy(() -> Multipart.parse("multipart/form-data", new byte[] {1}))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.error().status()).isEqualTo(400));
        assertThatThrownBy(() -> Multipart.parse(TYPE, "--xx y\r\nContent-Disposition: form-data".getBytes()))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.error().status()).isEqualTo(400));
    }
}
