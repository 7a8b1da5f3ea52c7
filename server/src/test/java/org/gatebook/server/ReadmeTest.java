package org.gatebook.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final String BEGIN = "<!-- endpoints: made from the code -->\n";
    private static final String END = "<!-- end of endpoints -->";

    @Test
    void the_table_of_endpoints_is_the_code_s() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String expected = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length())
                + new EndpointTable().markdown()
                + readme.substring(readme.indexOf(END));
        GeneratedPage.assertUpToDate("README.md", expected);
    }
}
