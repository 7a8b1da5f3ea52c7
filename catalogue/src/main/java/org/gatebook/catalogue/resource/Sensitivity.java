package org.gatebook.catalogue.resource;

/** How a field may be written down. Every field of every resource declares one; there is no default to forget. */
public enum Sensitivity {
    /** Anyone who may read the log may read it. */
    PLAIN,
    /** About a person: sealed under the resource's own key in events. */
    PERSONAL,
    /** A password, token or key: events say only that it changed; the document holds a hash, or a sealed text. */
    SECRET
}
