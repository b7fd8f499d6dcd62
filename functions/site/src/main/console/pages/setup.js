import { useConfig } from "../base/config.js";
import { html } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { icon } from "../ui/icons.js";
import { Card } from "../ui/parts.js";

/** What a new company does first; it goes away once there are deals. */
export const Setup = ({ summary }) => summary && summary.current.won_count === 0 && summary.current.open_count === 0 && html`<${Steps} />`;

function Steps() {
  const { stages, tiers, users } = useConfig("stages", "tiers", "users");
  const partners = useQuery("/partners", { pageSize: 1 });
  const rules = useQuery("/commission-rules", { pageSize: 1 });
  const has = ({ data }) => (data?.meta["record-count"] ?? 0) > 0;
  const steps = [
    ["stages", stages.length > 0, "settings"],
    ["users", users.length > 0, "settings?tab=users"],
    ["tiers", tiers.length > 0, "settings?tab=tiers"],
    ["partner", has(partners), "partners"],
    ["rule", has(rules), "rules"],
  ];
  return html`<${Card} title=${t("setup.title")}><ol class="steps">${steps.map(([name, isDone, path]) => html`<li key=${name} class=${isDone ? "done" : ""}>
    ${icon(isDone ? "ok" : "wait")}<a href=${href(path)}>${t("setup." + name)}</a></li>`)}</ol><//>`;
}
