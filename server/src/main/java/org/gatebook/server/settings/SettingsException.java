package org.gatebook.server.settings;

import java.util.List;

/** The settings cannot be used; the message names each fault on a line of its own and never a secret's value. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    public SettingsException(String fault) {
        this(List.of(fault));
    }
}
