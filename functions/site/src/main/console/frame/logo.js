import { html } from "../base/lib.js";

export const Logo = () => html`<span class="logo"><svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
  <path class="cell" d="M16 1 29 8.5v15L16 31 3 23.5v-15z" /><path class="letter" d="m9 12 3.5 9 3.5-7.5 3.5 7.5L23 12" />
</svg><b>Waggle</b></span>`;
