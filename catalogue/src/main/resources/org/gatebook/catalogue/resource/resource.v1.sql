-- Supporting data as it was. Live, it is written beside its events; this is made of them.
CREATE TABLE resource (LIKE ops.resource INCLUDING DEFAULTS INCLUDING INDEXES);
