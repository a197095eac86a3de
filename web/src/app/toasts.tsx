import { Alert, Button } from "@digdir/designsystemet-react";
import { XMarkIcon } from "@navikt/aksel-icons";
import { type ReactNode, createContext, useCallback, useContext, useMemo, useRef, useState } from "react";
import { useLanguage } from "./i18n";

interface Toast {
  id: number;
  text: string;
  color: "success" | "danger" | "warning";
  action?: { label: string; run: () => void };
}

type Show = (text: string, color?: Toast["color"], action?: Toast["action"]) => void;

const Context = createContext<Show>(() => {});
export const useToast = () => useContext(Context);

const LIFE_MS = 8_000;
const LIFE_SUCCESS_MS = 4_000;
const LIFE_WITH_ACTION_MS = 20_000;
const MOST = 3;

/** Short messages in the corner. They are announced to screen readers and never take the focus. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const nextId = useRef(1);
  const { t } = useLanguage();
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>(
    (text, color = "success", action) => {
      const toast: Toast = { id: nextId.current++, text, color, ...(action && { action }) };
      // That something succeeded is soon old news; the latest is enough.
      setToasts((all) => [...all.filter((old) => old.color !== "success" || color !== "success"), toast].slice(-MOST));
      const life = action ? LIFE_WITH_ACTION_MS : color === "success" ? LIFE_SUCCESS_MS : LIFE_MS;
      setTimeout(() => dismiss(toast.id), life);
    },
    [dismiss],
  );
  const list = useMemo(
    () =>
      toasts.map((toast) => (
        <Alert key={toast.id} data-color={toast.color} data-size="sm" className="toast">
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              data-size="sm"
              variant="secondary"
              onClick={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button
            icon
            data-size="sm"
            variant="tertiary"
            aria-label={t.common.dismiss}
            onClick={() => dismiss(toast.id)}
          >
            <XMarkIcon aria-hidden="true" />
          </Button>
        </Alert>
      )),
    [toasts, dismiss, t],
  );
  return (
    <Context value={show}>
      {children}
      <section className="toasts" role="status" aria-live="polite">
        {list}
      </section>
    </Context>
  );
}
