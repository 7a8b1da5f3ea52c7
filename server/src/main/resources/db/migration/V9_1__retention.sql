-- Mails that were settled long ago are looked for every day.
create index mail_settled on ops.mail (settled) where state <> 'waiting';
