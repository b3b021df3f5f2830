alter type mail_kind add value 'lifted';
alter type changed_part add value 'picture';
alter type changed_part add value 'recipients';
