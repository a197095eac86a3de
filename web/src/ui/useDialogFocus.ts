import { useEffect, useRef } from "react";

/**
 * Puts the focus in the first field of a dialog's form when it opens. The browser would choose the close button,
 * and what an operator types at once would be lost, or worse: taken as shortcuts.
 */
export function useDialogFocus() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>("input:checked, textarea, input, select");
    const checked = [...(fields ?? [])].find((field) => field.matches(":checked"));
    (checked ?? fields?.[0])?.focus();
  }, []);
  return form;
}
