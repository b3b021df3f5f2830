-- Values are usable only after the migration that adds them.
alter type mail_kind add value 'letter_failed';
alter type mail_kind add value 'news';
