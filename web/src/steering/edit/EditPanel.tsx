import { Alert, Button } from "@digdir/designsystemet-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useBlocker } from "react-router";
import { useLanguage } from "../../app/i18n";
import { mistakeText } from "../../app/i18n/mistakes";
import { MistakeList } from "../MistakeList";
import type { CaseDetail, Edit, Version, VersionDetail } from "../types";
import { BesideFile, FileEditor, Offers } from "./FileEditor";
import { SaveDialog } from "./SaveDialog";
import type { Work } from "./work";
import { TableEditor } from "./TableEditor";
import { mistakesAt } from "./draft";
import { focusAfter } from "./focus";
import { groupSections } from "./groups";
import { useDraft } from "./useDraft";

/** Everything of a version, to be changed in place. The server says what is wrong while one works. */
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
  const { draft, dispatch, change, busy, wire, sheet, values, mistakes: found, checked, checking } = useDraft(version);
  const [saving, setSaving] = useState(false);
  // Who starts from an older version means to branch; who is overtaken is told first.
  const [older] = useState(version.id !== one.latest.id);
  const mistakes = useMemo(() => found.map((one) => ({ ...one, text: mistakeText(one.text, language) })), [found, language]);
  const dirty = wire.length > 0;

  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useUndoKeys(may, dispatch);
  const saved = useLeaveGuard(dirty, words.leave);
  const [made, setMade] = useState<Edit | null>(null);
  useEffect(() => {
    if (made) focusAfter(made);
  }, [made]);

  const work: Work = {
    sheet,
    values,
    mistakesOf: (file, key) => mistakesAt(mistakes, checked, file, key),
    readOnly: !may,
    onEdit: (edit) => void change(edit).then((done) => done && edit.action !== "set" && setMade(edit)),
  };
  const groups = useMemo(() => groupSections(sheet), [sheet]);
  const besides = [...new Set(sheet.sections.map((one) => one.file))].filter((file) => file !== "case.toml");
  return (
    <div className="edit" aria-busy={busy}>
      <p className="subtle">{!may ? words.readOnly : version.decision ? words.frozenHint : words.intro}</p>
      {mistakes.length > 0 && <MistakeList mistakes={mistakes} />}
      <FileEditor file="case.toml" groups={groups} work={work} />
      {sheet.tables.map((table) => (
        <TableEditor key={table.file} table={table} work={work} mistakes={mistakes.filter((m) => m.file === table.file)} />
      ))}
      {besides.map((file) => (
        <BesideFile key={file} file={file} groups={groups} work={work} />
      ))}
      {may && sheet.offers.length > 0 && <Offers offers={sheet.offers} work={work} />}
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
