import { html } from "../base/lib.js";
import { useConfig } from "../base/config.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { icon } from "../ui/icons.js";
import { Card } from "../ui/parts.js";

/** What a new company does first; it goes away once deals were won. */
export function Setup({ summary, stages }) {
  const { tiers, users } = useConfig("tiers", "users");
  if (!summary || summary.current.won_count > 0 || summary.current.open_count > 0) return null;
  const steps = [
    ["stages", stages.length > 0, "settings"],
    ["users", users.length > 0, "settings?tab=users"],
    ["tiers", tiers.length > 0, "settings?tab=tiers"],
    ["partner", summary.current.partners_created > 0, "partners"],
    ["rule", false, "rules"],
  ];
  return html`<${Card} title=${t("setup.title")}><ol class="steps">${steps.map(([name, isDone, path]) => html`<li key=${name} class=${isDone ? "done" : ""}>
    ${icon(isDone ? "ok" : "wait")}<a href=${href(path)}>${t("setup." + name)}</a></li>`)}</ol><//>`;
}
