import { post } from "../base/api.js";
import { people, useConfig } from "../base/config.js";
import { capital, day, money, number, today, words } from "../base/format.js";
import { html, useEffect, useRef, useState } from "../base/lib.js";
import { putInto } from "../base/query.js";
import { href, route } from "../base/router.js";
import { may, session } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { useChosen } from "../ui/bulk.js";
import { callsOf, everyPage } from "../ui/csv.js";
import { open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";
import { ListPage } from "../ui/list.js";
import { Button, Pill } from "../ui/parts.js";
import { sayFailure } from "../ui/toast.js";
import { moveAll, stepsOfAll } from "./paymentsteps.js";

const STATES_OF_PAYMENT = ["pending", "approved", "processing", "completed", "failed", "cancelled"].map((status) => [status, capital(words(status))]);
const CATEGORIES = ["commission", "spiff", "adjustment"].map((category) => [category, capital(words(category))]);

/** Sums of what is shown, per currency, since nothing is ever converted. */
const sumsOf = (rows) => {
  const totals = {};
  for (const { payment_value, currency_code } of rows) totals[currency_code] = (totals[currency_code] ?? 0) + Math.round(payment_value * 1000);
  return Object.entries(totals).map(([currency, total]) => money(total / 1000, currency)).join(" · ");
};

/** The sum of the page, and of all that the filter finds once a person asks for it: that takes requests. */
function Sum({ list }) {
  const { params } = useStore(route);
  const [all, setAll] = useState(null);
  const [busy, setBusy] = useState(false);
  const ended = useRef(false);
  useEffect(() => () => (ended.current = true), []);
  const count = list.meta["record-count"];
  const rows = all ?? list.rows;
  const isAll = all !== null || rows.length === count;
  const add = () => {
    setBusy(true);
    everyPage("/payments", { sort: "due_date", ...params }, count, () => ended.current, () => {})
      .then(setAll, sayFailure)
      .finally(() => setBusy(false));
  };
  return html`<span class="muted">${t(isAll ? "payment.sumAll" : "payment.sumPage", { n: number(rows.length), all: number(count) })}</span> <b>${sumsOf(rows)}</b>
    ${!isAll && html`<${Button} small busy=${busy} onClick=${add}>${t("payment.sumRest", { calls: number(callsOf(count)) })}<//>`}`;
}

export function Payments() {
  const { chosen, toggle, busy, run } = useChosen();
  const { users } = useConfig("users");
  const writes = may("write", "payments");
  const chosenOf = (list) => list.rows.filter(({ uuid }) => chosen.has(uuid));
  const move = (list, status) => run(() => moveAll(chosenOf(list), status, (after) => putInto(list, after)));
  const spec = {
    title: t("payment.title"), path: "/payments", type: "payment", group: "payments", sort: "due_date", mark: "payments",
    empty: t("payment.empty"), emptyText: t("payment.emptyText"), createText: t("payment.create"), link: ({ uuid }) => href("payments/" + uuid),
    create: (done) => open((close) => html`<${FormDialog} title=${t("payment.create")} close=${close} action=${t("common.create")} initial=${{ category: "spiff", recipient_type: "partner", due_date: today() }}
      fields=${paymentInputs(users)} save=${async (body) => {
        await post("/payments", body);
        done();
      }} />`),
    views: [
      { text: t("common.all"), filter: {} },
      { text: t("payment.pending"), filter: { status: "pending" } },
      { text: t("payment.approved"), filter: { status: "approved" } },
      { text: t("payment.paid"), filter: { status: "completed" } },
    ],
    filters: [
      { name: "status", text: t("payment.status"), options: STATES_OF_PAYMENT },
      { name: "category", text: t("payment.category"), options: CATEGORIES },
    ],
    select: writes && { chosen, toggle, name: ({ partner_name, payment_value, currency_code }) => `${partner_name ?? ""} ${money(payment_value, currency_code)}` },
    above: (list) => html`${list.rows.length > 0 && html`<p class="line sumline"><${Sum} key=${list.at + " " + list.meta["record-count"]} list=${list} />
      ${chosen.size > 0 && html`<span class="spread" /><span>${t("payment.select", { n: number(chosen.size) })}</span>${stepsOfAll(chosenOf(list)).map(([status, text], at) => html`<${Button} key=${status} kind=${at === 0 ? "primary" : "plain"} small busy=${busy} mark=${at === 0 ? "check" : undefined} onClick=${() => move(list, status)}>${t("payment." + text)}<//>`)}`}</p>`}`,
    columns: [
      { name: "partner", text: t("payment.recipient"), draw: (payment) => html`<span class="two"><b>${payment.partner_name ?? capital(words(payment.recipient_type))}</b><small>${payment.label}</small></span>` },
      { name: "status", text: t("payment.status"), draw: ({ status }) => html`<${Pill} value=${status} />` },
      { name: "category", text: t("payment.category"), wide: true, draw: ({ category }) => capital(words(category)) },
      { name: "due", text: t("payment.due"), sort: "due_date", wide: true, draw: ({ due_date }) => day(due_date) },
      { name: "held", text: t("payment.held"), wide: true, draw: ({ held_until }) => day(held_until) },
      { name: "value", text: t("payment.value"), sort: "payment_value", right: true, draw: ({ payment_value, currency_code }) => html`<b>${money(payment_value, currency_code)}</b>` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}

const paymentInputs = (users) => ({ recipient_type }) => [
  { name: "recipient_type", label: t("payment.type"), type: "select", required: true, options: ["partner", "user", "contact"].map((type) => [type, capital(words(type))]), half: true },
  recipient_type === "user"
    ? { name: "recipient_uuid", label: t("payment.recipient"), type: "select", required: true, options: people(users), half: true }
    : { name: "recipient_uuid", label: t("payment.recipient"), type: "record", finds: recipient_type, required: true, half: true },
  { name: "category", label: t("payment.category"), type: "select", required: true, options: CATEGORIES.slice(1), half: true },
  { name: "label", label: t("payment.label"), half: true },
  { name: "payment_value", label: t("payment.value"), type: "number", required: true, half: true },
  { name: "currency_code", label: t("payment.currency"), half: true, placeholder: session.get().company.currency_code },
  { name: "due_date", label: t("payment.due"), type: "date", half: true },
];
