-- How far the numbers of invoices have got, by prefix. A row is locked from the drawing of a number to the end of the
-- transaction, so that what is rolled back leaves no gap. Rows are updated all the time and nothing but the key is indexed.
create table ops.invoice_sequence (
    organizer text   not null,
    prefix    text   collate "C" not null,
    last      bigint not null,
    primary key (organizer, prefix)
) with (fillfactor = 50);
