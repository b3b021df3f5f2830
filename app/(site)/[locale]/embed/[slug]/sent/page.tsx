export { default, generateMetadata } from "@/app/(site)/[locale]/appeals/[slug]/sent/page";
