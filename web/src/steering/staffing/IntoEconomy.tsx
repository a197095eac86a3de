import { Alert, Button } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { ActionDialog } from "../../alarm/workspace/ActionDialog";
import { api } from "../../api/client";
import { useLanguage } from "../../app/i18n";
import { mistakeText } from "../../app/i18n/mistakes";
import { useToast } from "../../app/toasts";
import { useSession } from "../../tenancy/session";
import { Choice } from "../../ui/filters";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { Problem } from "../../ui/states";
import { mayEdit } from "../CasesPage";
import { MistakeList, mistakesOf } from "../MistakeList";
import { RunProgress } from "../RunGate";
import { number } from "../economy/money";
import { useCaseChanged, useRun, useVersion } from "../queries";
import type { Mistake, Version, VersionDetail } from "../types";
import type { Staffing } from "./types";

interface Change {
  file: string;
  economy: string;
  cells: { line: number; column: string; before: string; after: string }[];
  then: Mistake[];
}

/** The economy takes over a simulated alternative's people and cost: shown first, then saved as a version of the case. */
export function IntoEconomy({ version, result, parameters }: { version: string; result: Staffing; parameters: Record<string, string> }) {
  const { t } = useLanguage();
  const words = t.staffing.intoEconomy;
  const { actor } = useSession();
  const detail = useVersion(version);
  const able = result.alternatives.filter((one) => one.economy);
  const [chosen, setChosen] = useState("");
  const [open, setOpen] = useState(false);
  if (able.length === 0 || !mayEdit(actor.role) || !detail.data) return null;
  const alternative = able.find((one) => one.id === chosen) ?? able[0];
  if (!alternative) return null;
  return (
    <Panel title={words.title}>
      <p className="subtle">{words.intro}</p>
      <div className="tool-bar">
        <Choice
          label={words.which}
          value={alternative.id}
          onChange={setChosen}
          options={able.map((one): [string, string] => [one.id, one.name])}
        />
        <Button data-size="sm" variant="secondary" onClick={() => setOpen(true)}>
          {words.preview}
        </Button>
      </div>
      {open && (
        <IntoDialog
          version={detail.data}
          alternative={{ id: alternative.id, name: alternative.name }}
          parameters={parameters}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}

function IntoDialog({
  version,
  alternative,
  parameters,
  onClose,
}: {
  version: VersionDetail;
  alternative: { id: string; name: string };
  parameters: Record<string, string>;
  onClose: () => void;
}) {
  const { t, language } = useLanguage();
  const words = t.staffing.intoEconomy;
  const written = (column: string, value: string) => {
    if (value === "") return "–";
    if (column === "quality") return t.steering.qualities[value] ?? value;
    if (column === "source") return value;
    return number(Number(value), language, column === "person_years" && value.includes(".") ? 1 : 0);
  };
  const toast = useToast();
  const changed = useCaseChanged();
  const [, setParameters] = useSearchParams();
  const followed = useRun(version.id, {
    kind: "staffing.into_economy",
    parameters: { ...parameters, alternative: alternative.id },
  });
  const change = followed.result as Change | undefined;
  const save = useMutation({
    mutationFn: (made: Change) =>
      api.post<Version>(`/cases/${version.case_id}/versions`, {
        base: version.id,
        branch: !version.newest,
        comment: words.comment(alternative.name),
        edits: made.cells.map((one) => ({ file: made.file, action: "set", key: `${one.line}/${one.column}`, value: one.after })),
      }),
    onSuccess: async (saved) => {
      await changed(version.case_id);
      toast(t.steering.edit.saved(saved.number));
      onClose();
      setParameters({ version: String(saved.number) });
    },
  });
  const mistakes = mistakesOf(save.error);
  return (
    <ActionDialog
      title={words.dialog(alternative.name)}
      submit={words.save}
      disabled={!change || change.cells.length === 0}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => change && save.mutate(change)}
    >
      {!change && <RunProgress followed={followed} />}
      {change && change.cells.length === 0 && <p>{words.nothing}</p>}
      {change && change.cells.length > 0 && (
        <>
          <p>{words.changes(change.economy)}</p>
          <DataTable
            caption={words.title}
            items={change.cells}
            rowKey={(one) => one.column}
            columns={[
              { title: words.column, cell: (one) => words.columns[one.column] ?? one.column },
              { title: words.before, cell: (one) => written(one.column, one.before), className: "wide-cell" },
              { title: words.after, cell: (one) => written(one.column, one.after), className: "wide-cell" },
            ]}
          />
          <p className="subtle small">{words.undo}</p>
        </>
      )}
      {change && change.then.length > 0 && (
        <Alert data-color="warning" data-size="sm">
          <strong>{words.then}</strong>
          <ul>
            {change.then.map((one) => (
              <li key={`${one.file}${one.line}${mistakeText(one.text, language)}`}>
                <code>{t.steering.mistakeLine(one.file, one.line)}</code> {mistakeText(one.text, language)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {mistakes.length > 0 ? <MistakeList mistakes={mistakes} /> : save.error && <Problem error={save.error} />}
    </ActionDialog>
  );
}
