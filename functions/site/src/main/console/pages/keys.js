import { act, post, remove } from "../base/api.js";
import { people, personOf, useConfig } from "../base/config.js";
import { ago, day, number } from "../base/format.js";
import { html } from "../base/lib.js";
import { SCOPED } from "../base/scopes.js";
import { t } from "../texts.js";
import { confirm, open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";
import { ListPage } from "../ui/list.js";
import { Menu } from "../ui/menu.js";
import { Pill } from "../ui/parts.js";
import { showSecret } from "./hookforms.js";

const SCOPES = ["admin", "read", "write", ...SCOPED.flatMap((resource) => [`${resource}:read`, `${resource}:write`])].map((scope) => [scope, scope]);
const DAYS = 30;
const MOST_SCOPES = 4;

const stateOfKey = (key) => (key.revoked_at ? "revoked" : key.expires_at && Date.parse(key.expires_at) < Date.now() ? "expired" : "active");

export function Keys() {
  const { users } = useConfig("users");
  // A form that is sent again asks for the same: its days begin when it was opened.
  const create = (done, begin = Date.now()) => open((close) => html`<${FormDialog} title=${t("key.create")} close=${close} action=${t("common.create")} initial=${{ scopes: ["read"], days: String(DAYS) }}
    fields=${[{ name: "label", label: t("key.label"), required: true }, { name: "days", label: t("key.days"), type: "number", half: true, help: t("key.daysHelp") },
      { name: "user_uuid", label: t("key.user"), type: "select", options: people(users), half: true }, { name: "scopes", label: t("key.scopes"), type: "multi", options: SCOPES }]}
    save=${async ({ days, user_uuid, ...body }) => {
      const key = await post("/api-keys", { ...body, ...(user_uuid ? { user_uuid } : {}), ...(days ? { expires_at: new Date(begin + days * 86_400_000).toISOString() } : {}) });
      showSecret(t("key.made"), key.key);
      done();
    }} />`);
  const rotate = (key, done) => open((close) => html`<${FormDialog} title=${t("key.rotate")} close=${close} action=${t("key.rotate")} text=${t("key.rotateText")} initial=${{ overlap_hours: "24" }}
    fields=${[{ name: "overlap_hours", label: t("key.overlap"), type: "number", required: true }]}
    save=${async (body) => {
      showSecret(t("key.made"), (await act(`/api-keys/${key.uuid}/rotate`, body)).key);
      done();
    }} />`);
  const revoke = (key, done) => confirm({ title: t("key.revoke"), text: t("key.revokeText"), word: key.label, action: t("key.revoke"), run: async () => {
    await remove("/api-keys/" + key.uuid);
    done();
  } });
  let reload = () => {};
  const spec = {
    title: t("frame.keys"), path: "/api-keys", group: "api-keys", search: t("key.search"), mark: "key", empty: t("key.empty"), createText: t("key.create"), create,
    above: (list) => void (reload = list.load),
    columns: [
      { name: "label", text: t("key.label"), draw: (key) => html`<span class="two"><b>${key.label}</b><small class="mono">${key.prefix}…${key.last_four}</small></span>` },
      { name: "state", text: t("key.state"), draw: (key) => html`<${Pill} value=${stateOfKey(key)} />` },
      { name: "scopes", text: t("key.scopes"), mid: true, draw: ({ scopes }) => html`${scopes.slice(0, MOST_SCOPES).map((scope) => html`<code class="tag">${scope}</code> `)}${scopes.length > MOST_SCOPES && html`<span class="muted" title=${scopes.slice(MOST_SCOPES).join(", ")}>+${number(scopes.length - MOST_SCOPES)}</span>`}` },
      { name: "user", text: t("key.user"), wide: true, draw: ({ user_uuid }) => (user_uuid ? personOf(users, [user_uuid]) : html`<span class="muted">–</span>`) },
      { name: "used", text: t("key.used"), wide: true, draw: ({ last_used_at }) => ago(last_used_at) },
      { name: "expires", text: t("key.expires"), wide: true, draw: ({ expires_at }) => day(expires_at) },
      { name: "steps", text: html`<span class="hidden">${t("common.more")}</span>`, right: true, draw: (key) => !key.revoked_at && html`<${Menu} label=${`${t("common.more")}: ${key.label}`} mark="dots" kind="quiet small" end
        entries=${[{ text: t("key.rotate"), mark: "again", run: () => rotate(key, () => reload()) }, { text: t("key.revoke"), mark: "trash", danger: true, run: () => revoke(key, () => reload()) }]} />` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}
