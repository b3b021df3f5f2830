import {
  approveAction,
  belongingsAction,
  holderAction,
  liftAction,
  silenceAction,
} from "@/app/desk/(room)/recipients/actions";
import type { OfficeActs } from "@/components/desk/office-facts";
import type { Office } from "@/lib/recipients/office";

/**
 * What a member may do on the page of an office.
 * @param releases whether that is to let kept letters leave
 */
export function officeActs({ id, holders }: Office, releases: boolean): OfficeActs {
  const present = holders.find(({ until }) => until === null);
  return {
    approve: approveAction.bind(null, [id, present?.id ?? ""]),
    holder: holderAction.bind(null, id),
    belongings: belongingsAction.bind(null, id),
    silence: silenceAction.bind(null, id),
    lift: releases ? liftAction.bind(null, id) : undefined,
  };
}
