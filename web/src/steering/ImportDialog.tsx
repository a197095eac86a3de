import { Alert } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { ActionDialog } from "../alarm/workspace/ActionDialog";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { mistakeText } from "../app/i18n/mistakes";
import { useToast } from "../app/toasts";
import { Choice } from "../ui/filters";
import { DataTable } from "../ui/PagedTable";
import { Problem } from "../ui/states";
import { MistakeList, mistakesOf } from "./MistakeList";
import { useCaseChanged } from "./queries";
import type { CaseDetail, ImportPreview, Version } from "./types";

const MOST = 300;

/** What a file is: the answers to a survey, or the tables of a portfolio. */
type What = "survey" | "tables";

/** A file, shown row by row against what there is, and saved as a version when nothing is wrong. */
export function ImportDialog({ one, version, onClose }: { one: CaseDetail; version: Version; onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.steering.import_;
  const toast = useToast();
  const changed = useCaseChanged();
  const fileId = useId();
  const what: What = one.kind === "portfolio" ? "tables" : "survey";
  const [name, setName] = useState("");
  const read = useMutation({ mutationFn: (file: File) => api.upload<ImportPreview>(`/versions/${version.id}/import`, file) });
  const preview = read.data;
  const save = useMutation({
    mutationFn: () =>
      api.post<Version>(`/cases/${one.id}/versions`, {
        base: version.id,
        branch: version.id !== one.latest.id,
        comment: words.comment[what](name),
        files: preview?.files ?? {},
      }),
    onSuccess: async (saved) => {
      await changed(one.id);
      toast(t.steering.edit.saved(saved.number));
      onClose();
    },
  });
  const changes = preview?.rows.some((row) => row.status !== "same" && row.status !== "wrong") ?? false;
  const ready = !!preview && Object.keys(preview.files).length > 0 && changes;
  const mistakes = mistakesOf(save.error);
  return (
    <ActionDialog
      title={words.title[what]}
      submit={words.save}
      disabled={!ready}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <p className="subtle">{words.intro[what]}</p>
      <div className="file-field">
        <label htmlFor={fileId}>{words.file}</label>
        <input
          id={fileId}
          type="file"
          accept=".csv,.xlsx,text/csv"
          onChange={(e) => {
            const file = e.target.files?.[0];
            if (!file) return;
            setName(file.name);
            read.mutate(file);
          }}
        />
      </div>
      {read.isPending && <p role="status">{words.reading}</p>}
      {read.error && <Problem error={read.error} />}
      {preview && <Preview preview={preview} what={what} />}
      {mistakes.length > 0 ? <MistakeList mistakes={mistakes} /> : save.error && <Problem error={save.error} />}
    </ActionDialog>
  );
}

function Preview({ preview, what }: { preview: ImportPreview; what: What }) {
  const { t, language } = useLanguage();
  const words = t.steering.import_;
  const count = (status: string) => preview.rows.filter((row) => row.status === status).length;
  const [only, setOnly] = useState(count("wrong") > 0 ? "wrong" : "");
  const statuses = ["wrong", "changed", "added", "removed", "same"].filter((status) => status !== "removed" || what === "tables");
  const rows = preview.rows.filter((row) => !only || row.status === only);
  return (
    <>
      {preview.mistakes.length > 0 && (
        <MistakeList mistakes={preview.mistakes.map((text) => ({ file: "", line: 0, text }))} />
      )}
      {preview.rows.length > 0 && (
        <>
          <p role="status">
            <strong>{words.counts(count("changed"), count("added"), count("removed"), count("same"), count("wrong"))}</strong>
          </p>
          {count("wrong") > 0 && (
            <Alert data-color="warning" data-size="sm">
              {words.wrongHint}
            </Alert>
          )}
          {count("same") === preview.rows.length && <p>{words.nothing}</p>}
          <Choice
            label={words.only}
            value={only}
            onChange={setOnly}
            options={[["", words.all], ...statuses.map((s): [string, string] => [s, words.status[s] ?? s])]}
          />
          <div className="import-rows">
            <DataTable
              caption={words.title[what]}
              items={rows.slice(0, MOST)}
              rowKey={(row) => `${row.what}/${row.line}/${row.status}`}
              columns={[
                { title: words.row, cell: (row) => <span className="num">{row.line}</span> },
                {
                  title: words.question[what],
                  cell: (row) => (
                    <>
                      <span className={`mark ${row.status === "wrong" ? "mark-danger" : row.status === "same" ? "" : "mark-warning"}`}>
                        {words.status[row.status]}
                      </span>{" "}
                      {row.what}
                      {row.mistakes.map((text) => (
                        <span key={text} className="field-error">
                          {mistakeText(text, language)}
                        </span>
                      ))}
                    </>
                  ),
                },
                { title: words.before[what], cell: (row) => row.before || "–" },
                { title: words.after[what], cell: (row) => row.after || "–" },
              ]}
            />
          </div>
        </>
      )}
    </>
  );
}
