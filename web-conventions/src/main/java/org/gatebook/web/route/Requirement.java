package org.gatebook.web.route;

import java.util.Set;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;

/**
 * What {@link ApiResource} declares, as a value: two controllers of one path must agree on it.
 *
 * @param scope what the path belongs to
 * @param read any one allows reading; empty: no permission is needed
 * @param write any one allows the rest; empty: no permission is needed
 * @param door whether 503 replaces 409 for busy and unresolved conflicts
 * @param writesWhenRead whether reading may change something
 */
public record Requirement(
        Scope scope, Set<Permission> read, Set<Permission> write, boolean door, boolean writesWhenRead) {

    public Requirement {
        read = Set.copyOf(read);
        write = Set.copyOf(write);
    }

    static Requirement of(ApiResource declared) {
        return new Requirement(
                declared.scope(),
                Set.of(declared.read()),
                Set.of(declared.write()),
                declared.door() || declared.scope() == Scope.DEVICE,
                declared.writesWhenRead());
    }

    /** Any one of these allows the method; empty: no permission is needed. */
    public Set<Permission> anyOf(boolean reading) {
        return reading ? read : write;
    }
}
