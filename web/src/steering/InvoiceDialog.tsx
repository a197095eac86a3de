import { Field, Label, Select, Textfield } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ActionDialog } from "../alarm/workspace/ActionDialog";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { serverNow } from "../ui/clock";
import { Problem } from "../ui/states";
import { MistakeList, mistakesOf } from "./MistakeList";
import { saveAs } from "./saveAs";
import { useAlternatives } from "./tool";
import type { VersionDetail } from "./types";

/** The first and the last year of the case. */
export function yearsOf(version: VersionDetail): [first: number, last: number] {
  const fields = version.sections.find((one) => one.name === "assumptions")?.fields ?? [];
  const value = (key: string) => Number(fields.find((one) => one.key === `assumptions.${key}`)?.value);
  return [value("first_year"), value("first_year") + value("years") - 1];
}

/** Invoices of one alternative and year, in one archive. */
export function InvoiceDialog({ version, onClose }: { version: VersionDetail; onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.invoices;
  const toast = useToast();
  const alternatives = useAlternatives(version.id);
  const [first, last] = yearsOf(version);
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  const [alternative, setAlternative] = useState(alternatives[0]?.[0] ?? "");
  const [year, setYear] = useState(String(Math.min(last, Math.max(first, Number(today.slice(0, 4))))));
  const [issued, setIssued] = useState(today);
  const make = useMutation({
    mutationFn: () => api.bytes(`/versions/${version.id}/export`, { format: "zip", alternative, year, issued }),
    onSuccess: (archive) => {
      saveAs(`faktura-${year}.zip`, archive);
      toast(words.done);
      onClose();
    },
  });
  const mistakes = mistakesOf(make.error);
  return (
    <ActionDialog
      title={words.title}
      submit={words.submit}
      disabled={alternative === "" || year === "" || issued === ""}
      busy={make.isPending}
      onClose={onClose}
      onSubmit={() => make.mutate()}
    >
      <p className="subtle">{words.intro}</p>
      <Field data-size="sm">
        <Label>{words.alternative}</Label>
        <Select value={alternative} onChange={(e) => setAlternative(e.target.value)}>
          {alternatives.map(([id, name]) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        data-size="sm"
        type="number"
        label={words.year}
        description={words.yearHint(first, last)}
        value={year}
        onChange={(e) => setYear(e.target.value)}
      />
      <Textfield data-size="sm" type="date" label={words.issued} value={issued} onChange={(e) => setIssued(e.target.value)} />
      {mistakes.length > 0 ? <MistakeList mistakes={mistakes} /> : make.error && <Problem error={make.error} />}
    </ActionDialog>
  );
}
