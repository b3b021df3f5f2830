import { redirect } from "next/navigation";
import { deskHome } from "@/lib/accounts/return-path";

export default function DeskPage() {
  redirect(deskHome);
}
