-- What keeps places for now is read by every order: only that, and nothing of the vouchers that keep none.
create index resource_cart on ops.resource (organizer, event, (document ->> 'expires'))
    where kind = 'cart_position' and not deleted;
create index resource_voucher_blocking on ops.resource (organizer, event)
    where kind = 'voucher' and not deleted and document ->> 'block_quota' = 'true';
create index resource_voucher_seat on ops.resource (((document ->> 'seat')::bigint))
    where kind = 'voucher' and not deleted and document ->> 'seat' is not null;
create index resource_waiting on ops.resource (organizer, event)
    where kind = 'waiting_list_entry' and not deleted and document ->> 'voucher' is null;
