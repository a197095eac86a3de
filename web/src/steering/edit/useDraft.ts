import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { ApiProblem, api } from "../../api/client";
import { useLanguage } from "../../app/i18n";
import { useToast } from "../../app/toasts";
import type { Drafted, Edit, Mistake, VersionDetail } from "../types";
import { changesMore, nothing, reduce, refusal, sheetOf, valuesOf, wireEdits, withoutRefused } from "./draft";

const CHECK_DELAY_MS = 500;

const ask = (version: string, edits: Edit[]) => api.post<Drafted>(`/versions/${version}/check`, { edits });

/**
 * A draft on a version. A value that is typed counts at once and is checked a little after; what changes more is asked
 * of the server first, which says what there is to edit then.
 */
export function useDraft(version: VersionDetail) {
  const { t } = useLanguage();
  const toast = useToast();
  const [draft, dispatch] = useReducer(reduce, nothing);
  const now = useRef(draft);
  now.current = draft;
  const wire = useMemo(() => wireEdits(draft, version), [draft, version]);
  const { mistakes, checked, checking } = useCheck(version.id, wire);
  const wrong = useRef(mistakes);
  wrong.current = mistakes;
  const [busy, setBusy] = useState(false);
  const working = useRef<{ edit: Edit; turn: Promise<boolean> } | null>(null);

  const changeMore = useCallback(
    async (edit: Edit): Promise<boolean> => {
      setBusy(true);
      try {
        for (;;) {
          const before = now.current;
          const good = withoutRefused(before, wrong.current);
          const answer = await ask(version.id, [...wireEdits(good, version), edit]);
          // Something was typed meanwhile: it comes first.
          if (now.current !== before) continue;
          const refused = refusal(answer.mistakes, edit);
          if (refused && edit.action !== "set") {
            toast(refused, "danger");
            return false;
          }
          dispatch({ type: "edit", instead: good, step: refused ? { edit } : { edit, sheet: answer } });
          return !refused;
        }
      } catch (error) {
        toast(error instanceof ApiProblem ? error.detail || error.message : t.steering.edit.notChanged, "danger");
        return false;
      } finally {
        setBusy(false);
      }
    },
    [version, toast, t],
  );

  const change = useCallback(
    async (edit: Edit): Promise<boolean> => {
      if (!changesMore(edit, sheetOf(now.current, version))) {
        dispatch({ type: "edit", step: { edit } });
        return true;
      }
      // Each waits for its turn; but a button that is pressed while records still move means the place they had.
      const before = working.current;
      if (before && before.edit.action !== "set" && edit.action !== "set") return false;
      const mine = { edit, turn: (before?.turn ?? Promise.resolve(true)).then(() => changeMore(edit)) };
      working.current = mine;
      const done = await mine.turn;
      if (working.current === mine) working.current = null;
      return done;
    },
    [version, changeMore],
  );

  const sheet = useMemo(() => sheetOf(draft, version), [draft, version]);
  const values = useMemo(() => valuesOf(draft), [draft]);
  return { draft, dispatch, change, busy, wire, sheet, values, mistakes, checked: checked ?? sheet, checking };
}

/** What the server would refuse the draft for, and how it stands then; asked a little after the last change. */
function useCheck(version: string, wire: Edit[]) {
  const [answer, setAnswer] = useState<{ mistakes: Mistake[]; checked?: Drafted }>({ mistakes: [] });
  const [checking, setChecking] = useState(false);
  useEffect(() => {
    if (wire.length === 0) {
      setAnswer({ mistakes: [] });
      setChecking(false);
      return;
    }
    let old = false;
    setChecking(true);
    const timer = setTimeout(() => {
      ask(version, wire)
        .then((checked) => !old && setAnswer({ mistakes: checked.mistakes, checked }))
        .catch((error: unknown) => {
          const text = error instanceof ApiProblem ? error.detail || error.message : null;
          if (!old) setAnswer({ mistakes: text === null ? [] : [{ file: "", line: 0, text }] });
        })
        .finally(() => !old && setChecking(false));
    }, CHECK_DELAY_MS);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  }, [wire, version]);
  return { ...answer, checking };
}
