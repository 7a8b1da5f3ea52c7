package org.gatebook.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/33"));

    @Test
    void an_address_is_trusted_inside_a_network_and_nowhere_else() {
        assertThat(proxies.trusts("10.200.3.4")).isTrue();
        assertThat(proxies.trusts("192.0.2.7")).isTrue();
        assertThat(proxies.trusts("192.0.2.8")).isFalse();
        assertThat(proxies.trusts("2001:db8:7fff::1")).isTrue();
        assertThat(proxies.trusts("2001:db8:8000::1")).isFalse();
        assertThat(proxies.trusts("localhost")).isFalse();
        assertThat(proxies.trusts("")).isFalse();
    }

    @Test
    void whoever_is_not_a_proxy_cannot_name_another_client() {
        assertThat(proxies.client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void the_client_is_the_last_address_that_no_trusted_proxy_owns() {
        assertThat(proxies.client("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2"))
                .isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.0.0.1", "10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
        assertThat(proxies.client("10.0.0.1", "unknown, 10.0.0.2")).isEqualTo("10.0.0.2");
        assertThat(proxies.client("10.0.0.1", null)).isEqualTo("10.0.0.1");
    }

    @Test
    void a_setting_that_is_no_network_stops_the_start() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.org")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/33")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_request_id_is_taken_over_only_if_it_is_fit_for_logs() {
        assertThat(Origins.requestId("shop-4711.a_b")).isEqualTo("shop-4711.a_b");
        assertThat(Origins.requestId("a b\nc-injected")).hasSize(32);
        assertThat(Origins.requestId("x".repeat(129))).hasSize(32);
        assertThat(Origins.requestId(null)).matches("[0-9a-f]{32}").isNotEqualTo(Origins.requestId(null));
    }
}
