package org.gatebook.catalogue.provisioning;

import java.util.List;

/** The file cannot be applied, and nothing of it was. Each problem starts with the path of what it is about. */
public final class ProvisioningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ProvisioningException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems found, in the order of the file; for example {@code organizers[0].teams[1].foo: unknown key}. */
    public List<String> problems() {
        return problems;
    }
}
