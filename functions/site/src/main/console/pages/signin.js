import { html, useState } from "../base/lib.js";
import { looksLikeKey, signIn } from "../base/session.js";
import { t } from "../texts.js";
import { Logo } from "../frame/logo.js";
import { Button } from "../ui/parts.js";
import { sentence } from "../ui/states.js";

export function SignIn() {
  const [key, setKey] = useState("");
  const [isShown, setShown] = useState(false);
  const [fault, setFault] = useState(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event) => {
    event.preventDefault();
    if (!looksLikeKey(key.trim())) return setFault(t("signin.form"));
    setBusy(true);
    try {
      await signIn(key.trim());
    } catch (failure) {
      setFault(failure.status === 401 ? t("signin.refused") : sentence(failure));
      setBusy(false);
    }
  };
  return html`<main class="signin"><form class="card" onSubmit=${submit} novalidate>
    <${Logo} /><h1>${t("signin.title")}</h1><p class="muted">${t("signin.text")}</p>
    <div class="field"><label for="key">${t("signin.key")}</label>
      <div class="secret"><input id="key" name="key" type=${isShown ? "text" : "password"} value=${key} autocomplete="off" spellcheck="false" autofocus
        aria-invalid=${fault ? true : undefined} aria-describedby=${fault ? "key-fault" : "key-help"} onInput=${(event) => setKey(event.target.value)} />
        <${Button} kind="quiet" mark="eye" aria-pressed=${isShown} aria-label=${isShown ? t("signin.hide") : t("signin.show")} onClick=${() => setShown(!isShown)} /></div>
      ${fault && html`<p class="fault" id="key-fault" role="alert">${fault}</p>`}
      <p class="help" id="key-help">${t("signin.where")} ${t("signin.expires")}</p></div>
    <${Button} kind="primary" type="submit" busy=${busy}>${t("signin.go")}<//>
    <p class="muted small">${t("signin.host", { host: location.host })} · <a href="docs">${t("frame.docs")}</a> · <a href="status">${t("frame.status")}</a></p>
  </form></main>`;
}
