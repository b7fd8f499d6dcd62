import { html } from "../base/lib.js";
import { capital, hue, initials, words } from "../base/format.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { icon } from "./icons.js";

/** @param kind `primary`, `plain`, `quiet` or `danger` */
export function Button({ kind = "plain", mark, busy, children, small, ...rest }) {
  const names = `button ${kind}${small ? " small" : ""}`;
  return html`<button type="button" class=${names} aria-busy=${busy || undefined} ...${rest} disabled=${busy || rest.disabled}>
    ${mark && icon(mark, 16)}${children && html`<span>${children}</span>`}
  </button>`;
}

export const IconButton = ({ mark, label, ...rest }) =>
  html`<button type="button" class="button quiet square" aria-label=${label} title=${label} ...${rest}>${icon(mark)}</button>`;

const TONES = {
  ok: ["accepted", "approved", "completed", "enabled", "active", "succeeded", "closed_won", "converted", "won", "linked", "healthy"],
  warn: ["pending", "processing", "retrying", "invited", "expiring", "connecting", "limited", "failing_since", "qualified", "parked"],
  bad: ["rejected", "failed", "declined", "needs_reauth", "failing", "closed_lost", "lost", "conflict", "revoked", "exhausted"],
  info: ["new", "contacted", "running", "discovery", "negotiation", "sourced", "planned"],
};
const MARKS = { ok: "ok", warn: "wait", bad: "bad", info: "info", idle: "info" };
const tone = (value) => Object.keys(TONES).find((name) => TONES[name].includes(value)) ?? "idle";

/** A state, in an icon and a word. */
export function Pill({ value, text, as, mark }) {
  const kind = as ?? tone(value);
  return value || text
    ? html`<span class="pill ${kind}">${icon(mark ?? MARKS[kind], 14)}<span>${text ?? capital(words(value))}</span></span>`
    : html`<span class="muted">–</span>`;
}

const PHASES = { closed_won: "active", closed_lost: "inactive", negotiation: "evaluation", pending: "discovery", processing: "evaluation", completed: "active", failed: "inactive" };

/** A stage: the form of its mark shows the phase. */
export const Stage = ({ stage }) =>
  stage
    ? html`<span class="stage"><i class="mark ${PHASES[stage.phase] ?? stage.phase}" /><span>${stage.label}</span></span>`
    : html`<span class="muted">–</span>`;

/** The colour that a user chose, beside the words and not below them. */
export const Swatch = ({ record, pill }) =>
  record
    ? html`<span class=${pill ? "swatch chip" : "swatch"}><i style=${{ background: record.background_color }} /><span>${record.label}</span></span>`
    : html`<span class="muted">–</span>`;

export const Avatar = ({ name, round, large }) =>
  html`<span class="avatar hue${hue(name)}${round ? " round" : ""}${large ? " large" : ""}" aria-hidden="true">${initials(name)}</span>`;

export const Owner = ({ name, nobody = true }) =>
  name
    ? html`<span class="owner"><${Avatar} name=${name} round /><span>${name}</span></span>`
    : nobody && html`<span class="muted">${t("common.nobody")}</span>`;

export const Crumbs = ({ list, here }) => html`<nav class="crumbs" aria-label=${t("frame.crumbs")}>
  ${list.map(([text, path]) => html`<a href=${href(path)}>${text}</a>${icon("right", 12)}`)}<span aria-current="page">${here}</span>
</nav>`;

export const PageHead = ({ title, count, children, lead }) => html`<header class="head">
  <div>${lead}<h1 tabindex="-1">${title}${count !== undefined && html` <span class="count">${count}</span>`}</h1></div>
  <div class="actions">${children}</div>
</header>`;

export const Card = ({ title, actions, children, flat, ...rest }) => html`<section class="card${flat ? " flat" : ""}" ...${rest}>
  ${title && html`<div class="cardhead"><h2>${title}</h2><div class="actions">${actions}</div></div>`}${children}
</section>`;

/** Names and values, one below the other. */
export const Facts = ({ list }) => html`<dl class="facts">
  ${list.filter(Boolean).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? "–"}</dd></div>`)}
</dl>`;

export const Figures = ({ list }) => html`<dl class="figures">
  ${list.map(({ name, value, link, note }) => html`<div>
    <dt>${name}</dt><dd>${link ? html`<a href=${link}>${value}</a>` : value}</dd>${note && html`<dd class="note">${note}</dd>`}
  </div>`)}
</dl>`;

export const Note = ({ kind = "info", children }) =>
  html`<p class="notice ${kind}" role=${kind === "bad" ? "alert" : undefined}>${icon(kind === "bad" ? "bad" : kind === "warn" ? "warn" : "info", 16)}<span>${children}</span></p>`;

/** The type of an event; a narrow column breaks it behind its point only. */
export const eventType = (type) => type.split(/(?<=\.)/).map((part, at) => html`${at > 0 && html`<wbr />`}${part}`);
