import { Button, Dialog, Heading } from "@digdir/designsystemet-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useLanguage } from "../../app/i18n";
import { useDialogFocus } from "../../ui/useDialogFocus";

/** A choice made by its number moves the focus there too, so that the arrow keys go on from it. */
export function focusChoice(event: KeyboardEvent, value: string): void {
  event.currentTarget.querySelector<HTMLInputElement>(`input[value="${CSS.escape(value)}"]`)?.focus();
}

/** The frame of every question an action asks: a title, its fields, and Ctrl+Enter to send from anywhere in it. */
export function ActionDialog({
  title,
  submit,
  disabled = false,
  busy,
  onSubmit,
  onClose,
  onKeyDown,
  children,
}: {
  title: string;
  submit: string;
  disabled?: boolean;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  const id = useId();
  const form = useDialogFocus();
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !disabled && !busy) {
      event.preventDefault();
      onSubmit();
      return;
    }
    onKeyDown?.(event);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      closeButton={t.common.close}
      className="action-dialog"
      aria-labelledby={id}
      onKeyDown={keyDown}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled && !busy) onSubmit();
        }}
      >
        <Heading level={2} data-size="xs" id={id}>
          {title}
        </Heading>
        {children}
        <div className="dialog-buttons">
          <Button type="submit" disabled={disabled} loading={busy}>
            {submit}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <span className="subtle small">{t.workspace.ctrlEnter}</span>
        </div>
      </form>
    </Dialog>
  );
}
