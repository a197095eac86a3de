/** A file that is read into a case. */
export const caseImport = {
  title: { survey: "Les inn spørreskjema", tables: "Les inn tabeller" },
  intro: {
    survey:
      "Velg en CSV- eller XLSX-fil med kolonnene municipality, area, category og amount eller hours. Du ser hva hver rad vil endre før noe lagres.",
    tables:
      "Velg arbeidsboken du har lastet ned og fylt ut (XLSX), eller en av sakens CSV-filer. Radene i filen tar plassen til radene i saken, og du ser hva hver av dem vil endre før noe lagres.",
  },
  file: "Fil",
  reading: "Leser filen …",
  counts: (changed: number, added: number, removed: number, same: number, wrong: number) =>
    `${changed} endres, ${added} nye, ${removed ? `${removed} fjernes, ` : ""}${same} uendret, ${wrong} med feil`,
  only: "Vis bare",
  all: "alle rader",
  status: { same: "uendret", changed: "endres", added: "ny", removed: "fjernes", wrong: "feil" } as Record<string, string>,
  row: "Linje",
  question: { survey: "Spørsmål", tables: "Rad" },
  before: { survey: "Svar nå", tables: "I saken" },
  after: { survey: "Svar i filen", tables: "I filen" },
  wrongHint: "Rett radene med feil i filen og velg den på nytt. Ingenting er lagret.",
  save: "Lagre som ny versjon",
  comment: {
    survey: (file: string) => `Spørreskjema lest inn fra ${file}`,
    tables: (file: string) => `Tabeller lest inn fra ${file}`,
  },
  nothing: "Filen endrer ingenting.",
};
