type MailboxProps = { of: { name: string; address: string } };

/** A name and its e-mail address, each in its own direction; the address goes to the next line as a whole. */
export function Mailbox({ of: { name, address } }: MailboxProps) {
  return (
    <>
      {name && <bdi>{name}</bdi>}{" "}
      {address && <bdi className={`inline-block max-w-full wrap-anywhere ${name ? "text-muted" : ""}`}>{address}</bdi>}
    </>
  );
}
