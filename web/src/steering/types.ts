// The shapes of steering in the HTTP API, in the wire's own names.
import type { Person, Text } from "../api/types";

export interface Mistake {
  file: string;
  line: number;
  text: string;
}

export interface Decision {
  reference: string;
  date: string;
  body: string;
  by: Person;
  at: string;
}

export interface Version {
  id: string;
  case_id: string;
  number: number;
  parent: string | null;
  author: Person;
  at: string;
  comment: string;
  decision: Decision | null;
}

export interface Case {
  id: string;
  kind: string;
  title: Text;
  name: string;
  latest: Version;
  decided: number;
}

export interface CaseDetail extends Case {
  versions: Version[];
}

export interface SheetField {
  key: string;
  value: string;
  type: "number" | "text" | "flag" | "list";
  note: string;
  line: number;
  choices: string[];
  required: boolean;
}

export interface SheetSection {
  file: string;
  name: string;
  /** None: the file does not have this table. */
  fields: SheetField[];
  /** What it can be given more. */
  absent: SheetField[];
  /** More keys may be named by a person. */
  open: boolean;
}

/** Records of one kind, to which one can be added. */
export interface SheetGroup {
  file: string;
  name: string;
  columns: SheetField[];
}

export interface SheetTable {
  file: string;
  columns: string[];
  rows: { line: number; cells: string[] }[];
}

/** A file that the case can get, from a template. */
export interface SheetOffer {
  file: string;
  title: Text;
}

/** What there is to edit in a case's files. */
export interface Sheet {
  sections: SheetSection[];
  groups: SheetGroup[];
  tables: SheetTable[];
  offers: SheetOffer[];
}

export interface VersionDetail extends Version, Sheet {
  kind: string;
  name: string;
  description: string;
  newest: boolean;
  formats: string[];
}

/** A version with edits that nobody has saved. */
export interface Drafted extends Sheet {
  mistakes: Mistake[];
}

export interface Change {
  file: string;
  line_before: number;
  line_after: number;
  before: string;
  after: string;
}

export interface Edit {
  file: string;
  action: "set" | "add" | "remove" | "move";
  key: string;
  value: string;
}

export interface Run {
  id: string;
  version_id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  progress: number;
  mistakes: Mistake[];
  program: string;
  differs: boolean | null;
}

export interface Share {
  id: string;
  by: Person;
  at: string;
  until: string;
  revoked: string | null;
  opens: boolean;
  token: string | null;
}

export interface ShownRun {
  kind: string;
  parameters: Record<string, string>;
}

export interface Steering {
  kinds: { name: string; title: Text; can_be_new: boolean; shown: ShownRun[]; formats: string[] }[];
  examples: { name: string; kind: string; title: string }[];
}

export interface ImportPreview {
  rows: {
    line: number;
    status: "same" | "changed" | "added" | "removed" | "wrong";
    what: string;
    before: string;
    after: string;
    mistakes: string[];
  }[];
  mistakes: string[];
  files: Record<string, string>;
}

export interface SharedCase {
  kind: string;
  title: Text;
  name: string;
  number: number;
  at: string;
  decision: Decision | null;
  until: string;
  results: { kind: string; parameters: Record<string, string>; result: unknown }[];
}

/** What the results of a kind of case are given. */
export interface ResultsProps {
  /** The JSON of each run that the kind shows, by the run's kind: "economy.run". */
  results: Record<string, unknown>;
  /** Where a municipality of the case has its page; absent in a shared view. */
  municipalityPath?: (number: number) => string;
  /** Of which more can be asked; absent in a shared view. */
  version?: string;
}
