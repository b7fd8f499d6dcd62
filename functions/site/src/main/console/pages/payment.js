import { useBusy } from "../base/busy.js";
import { capital, day, money, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { href } from "../base/router.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { Activity } from "../ui/activity.js";
import { Button, Card, Crumbs, Facts, Pill } from "../ui/parts.js";
import { useRecord } from "../ui/record.js";
import { Failed, Skeleton } from "../ui/states.js";
import { moveTo, STEPS_OF_PAYMENT } from "./paymentsteps.js";

export function Payment({ uuid }) {
  const [busy, run] = useBusy();
  const { data: payment, failure, load, put } = useRecord("/payments/" + uuid, "payment", uuid);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!payment) return html`<${Skeleton} />`;
  const name = money(payment.payment_value, payment.currency_code);
  const move = (status) => run(async () => {
    const after = await moveTo(payment, status);
    if (after) put(after);
  });
  return html`<${Crumbs} list=${[[t("payment.title"), "payments"]]} here=${payment.partner_name ?? name} />
    <header class="head"><div class="titled"><h1 tabindex="-1">${name}</h1><${Pill} value=${payment.status} /></div>
      <div class="actions">${may("write", "payments") && STEPS_OF_PAYMENT[payment.status].map(([status, text], at) => html`<${Button} key=${status} kind=${at === 0 ? "primary" : "plain"} busy=${busy}
        onClick=${() => move(status)}>${t("payment." + text)}<//>`).reverse()}</div></header>
    <div class="split"><div class="stack">
      <${Card} title=${t("payment.explanation")}><ol class="explained">${payment.explanation.length ? payment.explanation.map((sentence) => html`<li>${sentence}</li>`) : html`<li>${payment.label ?? "–"}</li>`}</ol><//>
      <${Card} title=${t("partner.activity")}><${Activity} uuid=${uuid} /><//></div>
      <aside class="card details"><h2>${t("payment.details")}</h2><${Facts} list=${[
        [t("payment.recipient"), payment.partner_uuid ? html`<a href=${href("partners/" + payment.partner_uuid)}>${payment.partner_name}</a>` : capital(words(payment.recipient_type))],
        [t("payment.deal"), payment.deal_uuid && html`<a href=${href("deals/" + payment.deal_uuid)}>${t("common.open")}</a>`],
        [t("payment.category"), capital(words(payment.category))],
        [t("payment.due"), day(payment.due_date)],
        [t("payment.held"), day(payment.held_until)],
        [t("payment.accrued"), day(payment.accrued_on)],
        [t("payment.settled"), day(payment.settled_on)],
        payment.rule_uuid && [t("payment.rule"), html`<a href=${href("rules/" + payment.rule_uuid)}>${t("deal.version", { n: payment.rule_version })}</a>`],
        payment.adjusts_payment_uuid && [t("payment.adjusts"), html`<a href=${href("payments/" + payment.adjusts_payment_uuid)}>${t("common.open")}</a>`],
      ]} /></aside></div>`;
}
