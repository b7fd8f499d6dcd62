import { html } from "../base/lib.js";
import { query } from "../base/api.js";
import { t } from "../texts.js";
import { Dialog, open } from "./dialog.js";
import { Button, IconButton } from "./parts.js";
import { say } from "./toast.js";

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  say(t("common.copied"));
}

const command = (path, params) =>
  `curl -sg -H "Authorization: Bearer $KEY" "${new URL("v1", location.href).href}${path}${query(params)}"`;

/** The request of the page as a command. The key is never in it. */
export const Curl = ({ path, params }) => html`<${IconButton} mark="code" label=${t("curl.show")}
  onClick=${() => open((close) => html`<${CurlDialog} text=${command(path, params)} close=${close} />`)} />`;

const CurlDialog = ({ text, close }) => html`<${Dialog} title=${t("curl.title")} close=${close} wide>
  <p class="muted">${t("curl.text")}</p><pre class="code" tabindex="0">${text}</pre>
  <div class="formactions"><${Button} mark="copy" kind="primary" onClick=${() => copy(text)}>${t("common.copy")}<//></div>
<//>`;
