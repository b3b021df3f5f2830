alter type mail_kind add value 'words_changed';
