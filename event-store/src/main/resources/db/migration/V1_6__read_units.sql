-- Units that only read ask by a query of their own, behind their first one.
drop function ops.enter_read(text, text);
