import { Alert, Button } from "@digdir/designsystemet-react";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useBlocker } from "react-router";
import { ApiProblem, api } from "../../api/client";
import { useLanguage } from "../../app/i18n";
import { mistakeText } from "../../app/i18n/mistakes";
import { MistakeList } from "../MistakeList";
import type { CaseDetail, Mistake, Version, VersionDetail } from "../types";
import { SaveDialog } from "./SaveDialog";
import { SectionEditor } from "./SectionEditor";
import { TableEditor } from "./TableEditor";
import { nothing, reduce, tableDraft, tomlValues, wireEdits } from "./draft";
import { groupSections } from "./groups";

const CHECK_DELAY_MS = 500;

/** All numbers of a version, to be changed in place. The server says what is wrong while one works. */
export function EditPanel({
  one,
  version,
  may,
  onDirty,
  onSaved,
}: {
  one: CaseDetail;
  version: VersionDetail;
  may: boolean;
  onDirty: (dirty: boolean) => void;
  onSaved: (version: Version) => void;
}) {
  const { t, language } = useLanguage();
  const words = t.steering.edit;
  const [draft, dispatch] = useReducer(reduce, nothing);
  const [saving, setSaving] = useState(false);
  // Who starts from an older version means to branch; who is overtaken is told first.
  const [older] = useState(version.id !== one.latest.id);
  const wire = useMemo(() => wireEdits(draft, version), [draft, version]);
  const [found, checking] = useCheck(version.id, wire);
  const mistakes = useMemo(() => found.map((one) => ({ ...one, text: mistakeText(one.text, language) })), [found, language]);
  const dirty = wire.length > 0;

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useUndoKeys(may, dispatch);
  const saved = useLeaveGuard(dirty, words.leave);

  const values = useMemo(() => tomlValues(draft.done), [draft]);
  const groups = useMemo(() => groupSections(version.sections), [version.sections]);
  return (
    <div className="edit">
      <p className="subtle">{!may ? words.readOnly : version.decision ? words.frozenHint : words.intro}</p>
      {mistakes.length > 0 && <MistakeList mistakes={mistakes} />}
      {groups.map((group) => (
        <SectionEditor
          key={group.name}
          group={group}
          values={values}
          mistakes={mistakes}
          readOnly={!may}
          onSet={(key, value) => dispatch({ type: "edit", edit: { file: "case.toml", action: "set", key, value } })}
        />
      ))}
      {version.tables.map((table) => (
        <TableEditor
          key={table.file}
          table={table}
          draft={tableDraft(draft.done, table)}
          edits={draft.done}
          mistakes={mistakes.filter((m) => m.file === table.file)}
          readOnly={!may}
          onEdit={(edit) => dispatch({ type: "edit", edit })}
        />
      ))}
      {may && (
        <div className="save-bar" role="region" aria-label={words.save}>
          <strong role="status">{words.changes(wire.length)}</strong>
          <span className={mistakes.length > 0 ? "field-error" : "subtle"}>
            {checking ? words.checking : mistakes.length > 0 ? t.steering.mistakes(mistakes.length) : dirty && words.good}
          </span>
          <span className="spacer" />
          <Button data-size="sm" variant="tertiary" disabled={draft.done.length === 0} onClick={() => dispatch({ type: "undo" })}>
            {words.undo}
          </Button>
          <Button data-size="sm" variant="tertiary" disabled={draft.undone.length === 0} onClick={() => dispatch({ type: "redo" })}>
            {words.redo}
          </Button>
          <Button data-size="sm" variant="tertiary" disabled={!dirty} onClick={() => dispatch({ type: "clear" })}>
            {words.discard}
          </Button>
          <Button data-size="sm" disabled={!dirty || mistakes.length > 0 || checking} onClick={() => setSaving(true)}>
            {words.save}
          </Button>
        </div>
      )}
      {saving && (
        <SaveDialog
          one={one}
          version={version}
          edits={wire}
          branch={older}
          onClose={() => setSaving(false)}
          onSaved={(version) => {
            saved.current = true;
            dispatch({ type: "clear" });
            onSaved(version);
          }}
        />
      )}
      {!may && version.sections.length === 0 && <Alert data-color="info">{words.readOnly}</Alert>}
    </div>
  );
}

/** What the server would refuse the draft for; asked a little after the last change. */
function useCheck(version: string, wire: ReturnType<typeof wireEdits>): [Mistake[], boolean] {
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (wire.length === 0) {
      setMistakes([]);
      setPending(false);
      return;
    }
    let old = false;
    setPending(true);
    const timer = setTimeout(() => {
      api
        .post<{ mistakes: Mistake[] }>(`/versions/${version}/check`, { edits: wire })
        .then((answer) => !old && setMistakes(answer.mistakes))
        .catch((error: unknown) => {
          if (!old) setMistakes(error instanceof ApiProblem ? [{ file: "", line: 0, text: error.detail || error.message }] : []);
        })
        .finally(() => !old && setPending(false));
    }, CHECK_DELAY_MS);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  }, [wire, version]);
  return [mistakes, pending];
}

/** Ctrl+Z and Ctrl+Y outside a field: in one, the browser undoes what is typed there. */
function useUndoKeys(enabled: boolean, dispatch: (action: { type: "undo" | "redo" }) => void) {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (typing || !(event.ctrlKey || event.metaKey) || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const type = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
      if (!type) return;
      event.preventDefault();
      dispatch({ type });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled, dispatch]);
}

/**
 * Asks before unsaved changes are left: for another page or version here, and for a tab that is closed. What is given
 * back says that they are saved.
 */
function useLeaveGuard(dirty: boolean, question: string) {
  const saved = useRef(false);
  const versionOf = (search: string) => new URLSearchParams(search).get("version");
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      dirty && !saved.current && (from.pathname !== to.pathname || versionOf(from.search) !== versionOf(to.search)),
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!dirty) return;
    saved.current = false;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  return saved;
}
