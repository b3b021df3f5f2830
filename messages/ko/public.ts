import channels from "./channels.json";
import embed from "./embed.json";
import forwarding from "./forwarding.json";
import languages from "./languages.json";
import mails from "./mails.json";
import reading from "./reading.json";
import sharing from "./sharing.json";
import signer from "./signer.json";
import site from "./site.json";
import status from "./status.json";
import writing from "./writing.json";

/** What the public side, our mails and the text of an appeal say in this language. */
export const publicWords = {
  site,
  channels,
  sharing,
  status,
  mails,
  forwarding,
  languages,
  reading,
  signer,
  writing,
  embed,
};
