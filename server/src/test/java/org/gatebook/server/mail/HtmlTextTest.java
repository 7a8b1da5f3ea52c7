package org.gatebook.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void a_text_is_shown_as_it_is_and_its_links_can_be_followed() {
        assertThat(HtmlText.of("Ada & <Bob>\nhi\n\nhttps://a.example/x?b=1&c=2.\n", "de"))
                .contains("lang=\"de\"")
                .contains("<p>Ada &amp; &lt;Bob&gt;<br>\nhi</p>")
                .contains("<p><a href=\"https://a.example/x?b=1&amp;c=2\">https://a.example/x?b=1&amp;c=2</a>.</p>");
    }

    @Test
    void nobody_gets_out_of_a_link() {
        assertThat(HtmlText.of("https://a.example/\"onclick=\"x", "\"><script>"))
                .doesNotContain("\"onclick", "<script>");
    }
}
