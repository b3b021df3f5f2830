-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'second_factor_reset';
