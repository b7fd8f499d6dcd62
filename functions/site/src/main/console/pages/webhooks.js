import { useLive } from "../base/feed.js";
import { number } from "../base/format.js";
import { html } from "../base/lib.js";
import { putInto, useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { isKnown } from "../base/seen.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { Curl } from "../ui/curl.js";
import { Button, PageHead, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { Endpoint } from "./endpoint.js";
import { newEndpoint } from "./hookforms.js";

/** `healthy`, `failing` or `disabled`. */
const healthOf = (endpoint) => (endpoint.status === "disabled" ? "disabled" : endpoint.failing_since ? "failing" : "healthy");
const shortUrl = (url) => url.replace(/^https?:\/\//, "");

export function Webhooks({ uuid }) {
  const query = useQuery("/webhook-endpoints", { pageSize: 50 });
  const { data, failure, load, change } = query;
  useLive(["webhook_endpoint.*"], (event) => isKnown(query.data, event) || query.loadSoon(), query);
  const writes = may("write", "webhook-endpoints");
  if (failure) return html`<${PageHead} title=${t("frame.webhooks")} /><${Failed} failure=${failure} retry=${load} />`;
  if (!data) return html`<${PageHead} title=${t("frame.webhooks")} /><${Skeleton} />`;
  const list = data.data;
  const shown = list.find((endpoint) => endpoint.uuid === uuid) ?? list[0];
  const put = (after) => putInto({ change }, after);
  return html`<${PageHead} title=${t("frame.webhooks")} count=${number(data.meta["record-count"])}><${Curl} path="/webhook-endpoints" />
      ${writes && html`<${Button} kind="primary" mark="plus" data-new onClick=${() => newEndpoint(load)}>${t("hook.create")}<//>`}<//>
    ${list.length === 0 && html`<${Empty} mark="webhooks" title=${t("hook.empty")} text=${t("hook.emptyText")}><code>./waggle listen</code><//>`}
    <ul class="choices">${list.map((endpoint) => html`<li key=${endpoint.uuid}><a class="card choice" href=${href("webhooks/" + endpoint.uuid)} aria-current=${endpoint === shown ? "true" : undefined}>
      <span class="two"><b>${endpoint.description || shortUrl(endpoint.url)}</b><small>${shortUrl(endpoint.url)}</small></span>
      <${Pill} value=${healthOf(endpoint)} as=${healthOf(endpoint) === "failing" ? "warn" : undefined} mark=${healthOf(endpoint) === "failing" ? "warn" : undefined} text=${t("hook." + healthOf(endpoint))} /></a></li>`)}</ul>
    ${shown && html`<${Endpoint} key=${shown.uuid} endpoint=${shown} put=${put} reload=${load} writes=${writes} />`}`;
}
