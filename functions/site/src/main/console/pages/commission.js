import { put, remove } from "../base/api.js";
import { useLive } from "../base/feed.js";
import { capital, day, money, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";
import { Button, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { sayFailure } from "../ui/toast.js";

/** What a deal pays, when, and why. */
export function Commission({ deal, stages }) {
  const path = `/deals/${deal.uuid}/commission`;
  const query = useQuery(path);
  const { data, failure, load } = query;
  // A change of the deal draws this anew. A payment whose state is shown tells nothing.
  const isShown = ({ record, object }) => data?.occurrences.some(({ payment_uuid, status }) => payment_uuid === record.uuid && status === object?.status);
  useLive(["payment.*"], (event) => isShown(event) || query.loadSoon(), query, [deal.uuid]);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!data) return html`<${Skeleton} rows=${4} />`;
  const won = stages.find(({ kind, phase }) => kind === "deal" && phase === "closed_won");
  const override = () => open((close) => html`<${FormDialog} title=${t("deal.override")} text=${t("deal.overrideText")} close=${close}
    fields=${[{ name: "amount", label: t("deal.amount"), type: "number", required: true }]}
    save=${async ({ amount }) => {
      await put(path, { entries: [{ trigger: { stage_uuid: won?.uuid }, calculation: { type: "one_off", option: "fixed", value: amount } }] });
      load();
    }} />`);
  const back = async () => {
    await remove(path).catch(sayFailure);
    load();
  };
  return html`<div class="stack"><section><div class="cardhead"><h2>${t("deal.explanation")}</h2>
      ${may("write", "deals") && html`<div class="actions">${data.overridden ? html`<${Button} small onClick=${back}>${t("deal.back")}<//>` : html`<${Button} small mark="edit" onClick=${override}>${t("deal.override")}<//>`}</div>`}</div>
      <ol class="explained">${data.explanation.map((sentence, at) => html`<li key=${at}>${sentence}</li>`)}</ol>
      <p class="line">${data.overridden && html`<${Pill} as="info" text=${t("deal.overridden")} />`}
        ${data.rule_uuid && html`<a href=${href("rules/" + data.rule_uuid)}>${t("deal.rule")}, ${t("deal.version", { n: data.rule_version })}</a>`}
        ${data.open_ended && html`<span class="muted">${t("deal.ongoing")}</span>`}</p></section>
    <section><h2>${t("deal.occurrences")}</h2>
      ${data.occurrences.length === 0 ? html`<${Empty} mark="payments" title=${t("deal.noCommission")} />`
        : html`<div class="tablebox"><table><thead><tr><th scope="col">${t("deal.due")}</th><th scope="col">${t("deal.part")}</th><th scope="col" class="wideonly">${t("deal.accrues")}</th><th scope="col">${t("deal.made")}</th><th scope="col" class="right">${t("deal.value")}</th></tr></thead>
        <tbody>${data.occurrences.map((one) => html`<tr key=${`${one.entry}.${one.number}.${one.part}.${one.recipient_uuid}`}><td>${day(one.due_date)}</td><td>${capital(words(one.part))}</td><td class="wideonly">${day(one.accrues_on)}</td>
          <td>${one.payment_uuid ? html`<a href=${href("payments/" + one.payment_uuid)}>${capital(words(one.status))}</a>` : html`<span class="muted">${capital(words(one.status))}</span>`}</td>
          <td class="right">${money(one.value, data.currency_code)}</td></tr>`)}</tbody></table></div>`}
    </section></div>`;
}
