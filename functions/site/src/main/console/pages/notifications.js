import { act, patch } from "../base/api.js";
import { people, useConfig } from "../base/config.js";
import { ago } from "../base/format.js";
import { html } from "../base/lib.js";
import { linkOf } from "../base/places.js";
import { putInto } from "../base/query.js";
import { refine, route } from "../base/router.js";
import { session } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { NewRows, useRecords } from "../ui/list.js";
import { Button, PageHead } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { sayFailure } from "../ui/toast.js";
import { Pager } from "../ui/table.js";

/** What concerns a person: that of the key, or the one who is chosen. */
export function Notifications() {
  const { params } = useStore(route);
  const { users } = useConfig("users");
  const own = session.get().api_key.user_uuid;
  const user = params.user_uuid ?? own;
  const list = useRecords({ path: "/notifications", type: "notification", params: { ...params, user_uuid: user } });
  const change = (after) => putInto(list, after);
  const mark = (note, read) => {
    change({ ...note, read_at: read ? new Date().toISOString() : null });
    patch("/notifications/" + note.uuid, { read }).then(change, (failure) => (change(note), sayFailure(failure)));
  };
  const markAll = async () => {
    await act("/notifications/read", { user_uuid: user }).catch(sayFailure);
    list.load();
  };
  return html`<${PageHead} title=${t("frame.notifications")} count=${list.meta?.["record-count"]}>
      <label class="inlinefield"><span class="hidden">${t("note.person")}</span><select value=${user ?? ""} onChange=${({ target }) => refine({ user_uuid: target.value, page: null })}>
        <option value="">${t("note.everyone")}</option>${people(users).map(([uuid, name]) => html`<option value=${uuid} selected=${uuid === user}>${name}</option>`)}</select></label>
      ${user && html`<${Button} mark="check" onClick=${markAll}>${t("note.readAll")}<//>`}<//>
    <nav class="views" aria-label=${t("list.views")}>${[[null, "common.all"], ["true", "note.unread"]].map(([unread, text]) => html`<button type="button" class="viewbutton" key=${text} aria-pressed=${(params.unread ?? null) === unread} onClick=${() => refine({ unread, page: null })}>${t(text)}</button>`)}</nav>
    <${NewRows} list=${list} />
    ${list.failure ? html`<${Failed} failure=${list.failure} retry=${list.load} />` : !list.data ? html`<${Skeleton} />` : list.rows.length === 0 ? html`<${Empty} mark="bell" title=${t("note.empty")} text=${t("note.emptyText")} />`
      : html`<section class="card"><ul class="rows">${list.rows.map((note) => html`<li key=${note.uuid} class=${note.read_at ? "" : "unread"}>
        <span class="two"><a href=${linkOf(note.record.type, note.record.uuid)} onClick=${() => !note.read_at && mark(note, true)}>${note.text}</a><small>${note.record.label} · ${note.actor?.label} · ${ago(note.created_at)}</small></span>
        <${Button} small kind="quiet" onClick=${() => mark(note, !note.read_at)}>${t(note.read_at ? "note.markUnread" : "note.markRead")}<//></li>`)}</ul></section><footer class="tablefoot"><${Pager} meta=${list.meta} /></footer>`}`;
}
