import { Button, Heading } from "@digdir/designsystemet-react";
import { PlusIcon, TrashIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import type { SheetOffer } from "../types";
import { SectionEditor } from "./SectionEditor";
import { place } from "./draft";
import type { Group } from "./groups";
import { type Work, useTitle } from "./work";

/** The tables of a TOML file, and at its end those that it does not have and can get. */
export function FileEditor({ file, groups, work }: { file: string; groups: Group[]; work: Work }) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const title = useTitle();
  const [opened, setOpened] = useState<string[]>([]);
  const own = groups.filter((group) => group.file === file);
  const there = (group: Group) => group.values.length > 0 || group.records.length > 0 || opened.includes(group.name);
  const missing = own.filter((group) => !there(group));
  const add = (group: Group) => {
    if (group.grows) work.onEdit({ file, action: "add", key: group.name, value: "" });
    else setOpened([...opened, group.name]);
  };
  return (
    <>
      {own.filter(there).map((group) => (
        <SectionEditor key={group.name} group={group} work={work} />
      ))}
      {!work.readOnly && missing.length > 0 && (
        <Panel title={words.more(file)} className="edit-section edit-more">
          <div className="table-tools">
            {missing.map((group) => (
              <Button key={group.name} data-size="sm" variant="tertiary" data-add={place(file, group.name)} onClick={() => add(group)}>
                <PlusIcon aria-hidden="true" />
                {title(work.sheet, file, group.name)}
              </Button>
            ))}
          </div>
        </Panel>
      )}
    </>
  );
}

/** A file of its own beside case.toml. */
export function BesideFile({ file, groups, work }: { file: string; groups: Group[]; work: Work }) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  return (
    <section className="beside-file" aria-label={file}>
      <header className="beside-head">
        <Heading level={2} data-size="xs">
          {t.steering.files_[file] ?? file} <code className="subtle">{file}</code>
        </Heading>
        {!work.readOnly && (
          <Button data-size="sm" variant="tertiary" onClick={() => work.onEdit({ file, action: "remove", key: "", value: "" })}>
            <TrashIcon aria-hidden="true" />
            {words.removeFile(file)}
          </Button>
        )}
      </header>
      <FileEditor file={file} groups={groups} work={work} />
    </section>
  );
}

/** Files that the case can get. */
export function Offers({ offers, work }: { offers: SheetOffer[]; work: Work }) {
  const { t, tx } = useLanguage();
  const words = t.steering.edit;
  return (
    <Panel title={words.offers} className="edit-section">
      <p className="subtle small">{words.offersHint}</p>
      <ul className="offers">
        {offers.map((one) => (
          <li key={one.file}>
            <Button data-size="sm" variant="secondary" onClick={() => work.onEdit({ file: one.file, action: "add", key: "", value: "" })}>
              <PlusIcon aria-hidden="true" />
              {words.addFile(one.file)}
            </Button>
            <span>{tx(one.title)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
