-- What is sold with, looked for by what clients send: a seat by its name in the plan, a cart by its own.
create index resource_seat_guid on ops.resource (organizer, event, key) where kind = 'seat' and not deleted;
create index resource_cart_name on ops.resource (organizer, event, (document ->> 'cart_id'))
    where kind = 'cart_position' and not deleted;
