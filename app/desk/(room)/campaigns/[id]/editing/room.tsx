import type { ReactNode } from "react";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { EditingRoom } from "@/components/desk/editing-room";
import { type Actor, mayDo } from "@/lib/accounts/access";
import { getEditing } from "@/lib/campaigns/editing";
import { takeOverAction } from "./actions";

/** What one member at a time may change in a campaign. */
export async function Editing({ actor, id, children }: { actor: Actor; id: string; children: ReactNode }) {
  if (!mayDo(actor, "texts.edit")) return children;
  return (
    <EditingRoom
      editing={await allowed(getEditing(actor, id))}
      url={`${campaignPath(id)}/editing`}
      takeOver={takeOverAction.bind(null, id)}
    >
      {children}
    </EditingRoom>
  );
}
