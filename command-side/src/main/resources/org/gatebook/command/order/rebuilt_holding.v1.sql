-- What orders hold by their events; made for a comparison and dropped after it.
CREATE TABLE rebuilt_holding (
    id        bigint PRIMARY KEY,
    organizer text NOT NULL,
    event     text NOT NULL,
    places    json NOT NULL,
    counted   json NOT NULL
);
