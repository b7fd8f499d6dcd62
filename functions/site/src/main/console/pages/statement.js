import { useLive } from "../base/feed.js";
import { capital, day, daysAgo, money, number, today, words } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { csvOf, download } from "../ui/csv.js";
import { Dialog, open } from "../ui/dialog.js";
import { Button, Figures } from "../ui/parts.js";
import { Failed, Skeleton } from "../ui/states.js";

const MOST_LINES = 1_000;
const DAYS_OF_STATEMENT = 90;

/** What a partner has earned and was not paid, and what it was paid, per currency. */
export function Balance({ partner }) {
  const query = useQuery(`/partners/${partner.uuid}/balance`);
  const { data, failure, load } = query;
  useLive(["payment.*"], query.loadSoon, query, [partner.uuid]);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  const sums = data?.data ?? [];
  return html`${sums.map((sum) => html`<${Figures} key=${sum.currency_code} list=${["open", "approved", "held", "paid"].map((name) => ({ name: t("partner." + name), value: money(sum[name], sum.currency_code) }))} />`)}
    ${data && sums.length === 0 && html`<p class="muted">${t("partner.noBalance")}</p>`}
    <div class="tabactions"><${Button} small mark="audit" onClick=${() => open((close) => html`<${Statement} partner=${partner} close=${close} />`)}>${t("partner.statement")}<//></div>`;
}

function Statement({ partner, close }) {
  const [period, setPeriod] = useState({ from: daysAgo(DAYS_OF_STATEMENT), to: today() });
  const { data, failure, load } = useQuery(`/partners/${partner.uuid}/statement`, { ...period, pageSize: MOST_LINES });
  const set = (name) => ({ target }) => target.value && setPeriod((before) => ({ ...before, [name]: target.value }));
  const accounts = data?.data ?? [];
  const save = () => download(`statement-${period.from}-${period.to}.csv`, csvOf(accounts.flatMap(({ currency_code, lines }) => lines.map((line) => ({ currency_code, ...line })))));
  return html`<${Dialog} title=${`${t("partner.statement")} · ${partner.name}`} close=${close} wide>
    <div class="filters"><label class="inlinefield">${t("partner.from")} <input type="date" value=${period.from} max=${period.to} onChange=${set("from")} /></label>
      <label class="inlinefield">${t("partner.to")} <input type="date" value=${period.to} min=${period.from} onChange=${set("to")} /></label>
      <${Button} mark="download" disabled=${!accounts.some(({ lines }) => lines.length)} onClick=${save}>${t("csv.go")}<//></div>
    ${failure ? html`<${Failed} failure=${failure} retry=${load} />` : !data ? html`<${Skeleton} rows=${4} />` : accounts.length === 0 ? html`<p class="muted">${t("partner.noLines")}</p>` : accounts.map((account) => html`<${Account} key=${account.currency_code} account=${account} />`)}
    ${data && data.meta["record-count"] > MOST_LINES && html`<p class="muted">${t("partner.firstLines", { n: number(MOST_LINES), all: number(data.meta["record-count"]) })}</p>`}<//>`;
}

const Account = ({ account: { currency_code, opening_balance, lines, closing_balance } }) => html`<h3>${currency_code}</h3>
  <div class="tablebox"><table><thead><tr><th scope="col">${t("partner.day")}</th><th scope="col">${t("partner.what")}</th><th scope="col" class="right">${t("payment.value")}</th></tr></thead><tbody>
    <tr><td></td><th scope="row">${t("partner.opening")}</th><td class="right">${money(opening_balance, currency_code)}</td></tr>
    ${lines.map((line, at) => html`<tr key=${at}><td>${day(line.date)}</td><td><a href=${href("payments/" + line.payment_uuid)}>${line.label ?? line.deal_label ?? capital(words(line.category))}</a><small>${capital(words(line.movement))}</small></td><td class="right">${money(line.value, currency_code)}</td></tr>`)}
    <tr><td></td><th scope="row">${t("partner.closing")}</th><td class="right"><b>${money(closing_balance, currency_code)}</b></td></tr></tbody></table></div>`;
