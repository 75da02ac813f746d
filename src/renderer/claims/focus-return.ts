/** Remembers where the focus is; the answer brings it back, or to the text being read if that place is gone. */
export function rememberFocus(): () => void {
  const { activeElement } = document;
  return () => {
    const isThere =
      activeElement instanceof HTMLElement &&
      activeElement !== document.body &&
      activeElement.isConnected;
    if (isThere) {
      activeElement.focus({ preventScroll: true });
    } else {
      focusReader();
    }
  };
}

/** Moves the focus to the text of the active pane. */
export function focusReader(): void {
  const text = '[data-scope="reader"][tabindex="0"]';
  const reader =
    document.querySelector<HTMLElement>(`[data-active-pane] ${text}`) ??
    document.querySelector<HTMLElement>(text);
  reader?.focus({ preventScroll: true });
}
