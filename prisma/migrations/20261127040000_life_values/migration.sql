alter type hold_reason add value 'deadline';
alter type hold_reason add value 'stop';
alter type mail_kind add value 'stopped';
