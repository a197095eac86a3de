import { Field, Fieldset, Label, Radio, Select, Textfield, useRadioGroup } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { ActionDialog } from "../alarm/workspace/ActionDialog";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { Problem } from "../ui/states";
import { MistakeList, mistakesOf } from "./MistakeList";
import { useCaseChanged, useSteering } from "./queries";
import type { Version } from "./types";

type Way = "example" | "new" | "files";

/** Those that are of municipalities. */
const OF_MUNICIPALITIES = ["cooperation", "portfolio"];

async function textsOf(list: FileList | null): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const file of list ?? []) files[file.name] = await file.text();
  return files;
}

export function NewCaseDialog({ onClose }: { onClose: () => void }) {
  const { t, tx } = useLanguage();
  const words = t.steering;
  const steering = useSteering();
  const navigate = useNavigate();
  const toast = useToast();
  const changed = useCaseChanged();
  const [way, setWay] = useState<Way>("example");
  const [example, setExample] = useState("");
  const [kind, setKind] = useState("");
  const [comment, setComment] = useState(words.defaultComment);
  const [files, setFiles] = useState<FileList | null>(null);
  const [municipalities, setMunicipalities] = useState<FileList | null>(null);
  const ways = useRadioGroup({ name: "way", value: way, onChange: (value) => setWay(value as Way) });
  const fileId = useId();
  const kinds = steering.data?.kinds.filter((one) => one.can_be_new) ?? [];
  const examples = steering.data?.examples ?? [];

  const create = useMutation({
    mutationFn: async () => {
      const body = { comment: comment.trim() };
      if (way === "files") return api.post<Version>("/cases", { ...body, files: await textsOf(files) });
      if (way === "example") return api.post<Version>("/cases", { ...body, example: example || examples[0]?.name });
      const csv = Object.values(await textsOf(municipalities))[0];
      return api.post<Version>("/cases", { ...body, kind: kind || kinds[0]?.name, ...(csv && { municipalities: csv }) });
    },
    onSuccess: async (version) => {
      await changed(version.case_id);
      toast(words.created);
      void navigate(`/steering/${version.case_id}`);
    },
  });
  const mistakes = mistakesOf(create.error);
  const incomplete = comment.trim() === "" || (way === "files" && !files?.length) || !steering.data;
  return (
    <ActionDialog
      title={words.newCase}
      submit={words.create}
      disabled={incomplete}
      busy={create.isPending}
      onClose={onClose}
      onSubmit={() => create.mutate()}
    >
      <Fieldset data-size="sm">
        <Fieldset.Legend className="visually-hidden">{words.newCase}</Fieldset.Legend>
        <Radio label={words.fromExample} {...ways.getRadioProps("example")} />
        <Radio label={words.fromNew} {...ways.getRadioProps("new")} />
        <Radio label={words.fromFiles} {...ways.getRadioProps("files")} />
      </Fieldset>
      {way === "example" && (
        <Field data-size="sm">
          <Label>{words.example}</Label>
          <Select value={example} onChange={(e) => setExample(e.target.value)}>
            {examples.map((one) => (
              <Select.Option key={one.name} value={one.name}>
                {one.title}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {way === "new" && (
        <>
          <Field data-size="sm">
            <Label>{words.kind}</Label>
            <Select value={kind} onChange={(e) => setKind(e.target.value)}>
              {kinds.map((one) => (
                <Select.Option key={one.name} value={one.name}>
                  {tx(one.title)}
                </Select.Option>
              ))}
            </Select>
          </Field>
          {OF_MUNICIPALITIES.includes(kind || (kinds[0]?.name ?? "")) && (
            <div className="file-field">
              <label htmlFor={fileId}>{words.municipalitiesFile}</label>
              <input id={fileId} type="file" accept=".csv,text/csv" onChange={(e) => setMunicipalities(e.target.files)} />
              <p className="subtle small">{words.municipalitiesHint}</p>
            </div>
          )}
        </>
      )}
      {way === "files" && (
        <div className="file-field">
          <label htmlFor={fileId}>{words.chooseFiles}</label>
          <input id={fileId} type="file" multiple accept=".toml,.csv" onChange={(e) => setFiles(e.target.files)} />
          <p className="subtle small">{words.chooseFilesHint}</p>
        </div>
      )}
      <Textfield data-size="sm" label={words.firstComment} value={comment} onChange={(e) => setComment(e.target.value)} />
      {mistakes.length > 0 ? <MistakeList mistakes={mistakes} /> : create.error && <Problem error={create.error} />}
    </ActionDialog>
  );
}
