import { store } from "../base/store.js";

const THEME_NAME = "waggle.theme";
const saved = () => localStorage.getItem(THEME_NAME) ?? "system";

/** `light`, `dark` or `system`. */
export const theme = store(saved());

export function wear(name) {
  localStorage.setItem(THEME_NAME, name);
  theme.set(name);
}

const show = (name) => {
  document.documentElement.dataset.theme = name;
};
show(theme.get());
theme.watch(show);
