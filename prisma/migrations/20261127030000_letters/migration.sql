-- AlterEnum: a value that was added cannot be used in the same transaction.
ALTER TYPE "hold_reason" ADD VALUE 'words';
ALTER TYPE "mail_kind" ADD VALUE 'words_asked';
ALTER TYPE "mail_kind" ADD VALUE 'words_refused';
