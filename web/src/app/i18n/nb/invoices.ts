export const invoices = {
  open: "Fakturaer",
  title: "Last ned fakturaer",
  intro:
    "Du får ett arkiv (ZIP) med grunnlaget som CSV og XLSX, en EHF-faktura til hver kommune og kreditnotaer for rettinger av det året.",
  alternative: "Alternativ",
  year: "År det betales for",
  yearHint: (first: number, last: number) => `${first} til ${last}`,
  issued: "Fakturadato",
  submit: "Last ned",
  done: "Fakturaene er lastet ned.",
};
