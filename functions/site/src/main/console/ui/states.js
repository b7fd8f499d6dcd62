import { html } from "../base/lib.js";
import { t } from "../texts.js";
import { icon } from "./icons.js";
import { Button } from "./parts.js";

/** The shape of what comes; the style sheet shows it after 120 ms. */
export const Skeleton = ({ rows = 8 }) => html`<div class="skeleton" role="status" aria-label=${t("common.loading")}>
  ${Array.from({ length: rows }, (_, row) => html`<i key=${row} />`)}
</div>`;

export const Empty = ({ mark = "inbox", title, text, children }) => html`<div class="empty">
  ${icon(mark, 28)}<h2>${title}</h2>${text && html`<p>${text}</p>`}<div class="actions">${children}</div>
</div>`;

/** What the API said, in its own sentence, with what a person can do about it. */
export function Failed({ failure, retry }) {
  const { status, requestId, scopes } = failure;
  const advice = status === 403 ? t("failed.scope", { scopes: scopes.join(", ") }) : status === 404 ? t("failed.gone") : status === 0 ? t("failed.offline") : null;
  return html`<div class="empty failed" role="alert">
    ${icon(status === 404 ? "search" : "warn", 28)}
    <h2>${status === 0 ? t("failed.away") : status === 404 ? t("failed.missing") : sentence(failure)}</h2>
    ${advice && html`<p>${advice}</p>`}
    ${requestId && html`<p class="muted">${t("failed.request")} <code>${requestId}</code></p>`}
    <div class="actions">${retry && html`<${Button} mark="again" onClick=${retry}>${t("common.again")}<//>`}</div>
  </div>`;
}

export const sentence = (failure) => (failure.code === "offline" ? t("failed.offline") : failure.message || t("failed.unknown"));
