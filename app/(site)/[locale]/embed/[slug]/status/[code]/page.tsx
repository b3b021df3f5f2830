export { default, generateMetadata } from "@/app/(site)/[locale]/status/[code]/page";
