import { notFound } from "next/navigation";

/** Every address of the desk that names no page. */
export default function UnknownDeskPage(): never {
  notFound();
}
