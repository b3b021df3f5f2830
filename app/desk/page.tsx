import { redirect } from "next/navigation";
import { deskHome } from "@/app/desk/paths";

export default function DeskPage() {
  redirect(deskHome);
}
