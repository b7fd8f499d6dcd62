import { today } from "../base/format.js";
import { html } from "../base/lib.js";
import { t } from "../texts.js";
import { open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";

/** Asks for what a stage needs that closes a deal, or a state that ends a lead. Resolves to the fields to send, or to null when the person turns back. */
export function askClosing(type, stage) {
  if (type === "lead" && stage?.status === "lost") return asked(t("lead.lose"), [{ name: "lost_reason", label: t("lead.lostReason"), type: "area" }], {}, stage, (body) => body);
  if (type !== "deal" || !stage?.phase?.startsWith("closed")) return Promise.resolve({});
  const isWon = stage.phase === "closed_won";
  const fields = isWon
    ? [{ name: "day", label: t("deal.closedOn"), type: "date", required: true }]
    : [{ name: "lost_reason", label: t("deal.lostReason"), type: "area" }];
  return asked(t(isWon ? "deal.win" : "deal.lose"), fields, { day: today() }, stage, (body) => (isWon ? closedAt(body.day) : body));
}

const asked = (title, fields, initial, stage, toChange) =>
  new Promise((resolve) =>
    open((close) => html`<${FormDialog} title=${title} fields=${fields} initial=${initial} action=${stage.label}
      close=${() => (close(), resolve(null))} save=${async (body) => resolve(toChange(body))} />`));

/** Today means now, which the API fills in. */
const closedAt = (day) => (!day || day === today() ? {} : { closed_at: day + "T12:00:00Z" });
