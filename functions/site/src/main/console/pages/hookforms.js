import { act, get, post, remove } from "../base/api.js";
import { number } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { go } from "../base/router.js";
import { t } from "../texts.js";
import { copy } from "../ui/curl.js";
import { confirm, Dialog, open } from "../ui/dialog.js";
import { update } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { Button, Note } from "../ui/parts.js";
import { say } from "../ui/toast.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KEPT_DAYS = 30;

const inputs = () => [
  { name: "url", label: t("hook.url"), required: true, placeholder: "https://example.com/hooks", spelled: false },
  { name: "description", label: t("hook.description") },
  { name: "event_types", label: t("hook.types"), required: true, help: t("hook.typesHelp"), placeholder: "deal.*, lead.created", spelled: false },
  { name: "fields", label: t("hook.fields"), help: t("hook.fieldsHelp"), spelled: false },
];
const list = (text) => (text ?? "").split(/[\s,]+/).filter(Boolean);
const lists = ({ event_types, fields, ...rest }) => ({ ...rest, event_types: list(event_types), ...(fields === undefined ? {} : { fields: list(fields) }) });

export const newEndpoint = (done) => open((close) => html`<${FormDialog} title=${t("hook.create")} fields=${inputs()} initial=${{ event_types: "*" }} close=${close} action=${t("common.create")}
  save=${async (body) => {
    const endpoint = await post("/webhook-endpoints", lists(body));
    showSecret(t("hook.secret"), endpoint.secret);
    await done();
    go("webhooks/" + endpoint.uuid);
  }} />`);

export const editEndpoint = (endpoint, put) => open((close) => html`<${FormDialog} title=${t("hook.edit")} fields=${inputs()} close=${close}
  initial=${{ ...endpoint, event_types: endpoint.event_types.join(", "), fields: endpoint.fields.join(", ") }}
  save=${async (body) => put(await update("/webhook-endpoints/" + endpoint.uuid, endpoint, lists(body)))} />`);

/** Shows what the API returns only once: the reply to a repetition has no secret. */
export const showSecret = (title, secret) => open((close) => html`<${Dialog} title=${title} close=${close}>
  <${Note} kind="warn">${t(secret ? "hook.secretText" : "hook.secretLost")}<//>${secret && html`<pre class="code" tabindex="0" data-secret>${secret}</pre>
  <div class="formactions"><${Button} mark="copy" kind="primary" onClick=${() => copy(secret)}>${t("common.copy")}<//></div>`}<//>`);

export const rotateSecret = (path) => confirm({ title: t("hook.rotate"), text: t("hook.rotateText"), action: t("hook.rotate"), run: async () => {
  const { secret } = await act(path + "/rotate-secret");
  showSecret(t("hook.secret"), secret);
} });

export const removeEndpoint = (endpoint, reload) => confirm({ title: t("hook.remove"), text: endpoint.url, action: t("common.remove"), run: async () => {
  await remove("/webhook-endpoints/" + endpoint.uuid);
  await reload();
  go("webhooks");
} });

const SAMPLE = `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET); // whsec_…
const event = webhook.verify(body, request.headers); // the body as it came, not parsed; throws if the signature is wrong`;
const FORMULA = `secret    = base64-decode(the secret without "whsec_")
signed    = webhook-id + "." + webhook-timestamp + "." + body
signature = "v1," + base64(HMAC-SHA256(secret, signed))`;

/** How a receiver knows that a call comes from Waggle. */
export const showSignature = () => open((close) => html`<${Dialog} title=${t("hook.verify")} close=${close} wide>
  <p>${t("hook.verifyText")} <a href="https://www.standardwebhooks.com" rel="noopener noreferrer" target="_blank">Standard Webhooks</a></p>
  <pre class="code" tabindex="0" aria-label=${t("hook.verifyCode")}>${SAMPLE}</pre><p>${t("hook.verifyHand")}</p>
  <pre class="code" tabindex="0" aria-label=${t("hook.verifyHand")}>${FORMULA}</pre><p class="muted">${t("hook.verifySeveral")}</p>
  <div class="formactions"><${Button} mark="copy" kind="primary" onClick=${() => copy(SAMPLE)}>${t("common.copy")}<//></div><//>`);

/** Sends the events of a time again, and shows how far it is. */
export const replay = (path) => open((close) => html`<${FormDialog} title=${t("hook.replay")} close=${close} action=${t("hook.replayGo")} text=${t("hook.replayText")}
  initial=${{ hours: "24" }} fields=${[{ name: "hours", label: t("hook.hours"), type: "number", required: true, half: true }, { name: "types", label: t("hook.types"), half: true, placeholder: "deal.*", spelled: false }]}
  save=${async ({ hours, types }) => {
    const since = new Date(Date.now() - Number(hours) * HOUR).toISOString();
    const run = await act(path + "/replay", { since, ...(types ? { event_types: list(types) } : {}) });
    open((closeRun) => html`<${Progress} path=${path} run=${run} close=${closeRun} />`);
  }} />`);

/** Sends again all that failed in the days for which events are kept. */
export const retryFailed = (path, count) => confirm({ title: t("hook.retryAll", { n: number(count) }), text: t("hook.retryText", { n: KEPT_DAYS }), action: t("hook.again"), run: async () => {
  const since = new Date(Date.now() - KEPT_DAYS * DAY + HOUR).toISOString();
  const run = await act(path + "/replay", { since, only: "failed" });
  open((close) => html`<${Progress} path=${path} run=${run} close=${close} />`);
} });

function Progress({ path, run, close }) {
  const [state, setState] = useState(run);
  useEffect(() => {
    if (state.status === "finished") return undefined;
    const timer = setTimeout(async () => setState(await get(`${path}/replays/${run.uuid}`).catch(() => state)), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  return html`<${Dialog} title=${t("hook.replay")} close=${close}><p role="status">${t(state.status === "finished" ? "hook.replayed" : "hook.replaying", { events: number(state.events), n: number(state.deliveries) })}</p><//>`;
}

/** Sends a ping, and says what came back. */
export async function ping(path) {
  const outcome = await act(path + "/test");
  const attempt = outcome.attempts?.at(-1) ?? outcome;
  const isGood = attempt.status >= 200 && attempt.status < 300;
  say(t(isGood ? "hook.pinged" : "hook.pingFailed", { status: attempt.status ?? attempt.error, ms: number(attempt.latency_ms) }), { kind: isGood ? "ok" : "bad" });
}
