-- The history also tells of where an appeal comes from, of words that must not be said, and of sites that may show it.
alter type changed_part add value 'provenance';
alter type changed_part add value 'words';
alter type changed_part add value 'hosts';
