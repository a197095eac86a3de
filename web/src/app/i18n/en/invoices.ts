import type { Dictionary } from "../dictionary";

export const invoices: Dictionary["invoices"] = {
  open: "Invoices",
  title: "Download invoices",
  intro:
    "You get one archive (ZIP) with the basis as CSV and XLSX, an EHF invoice to each municipality, and credit notes for corrections of that year.",
  alternative: "Alternative",
  year: "Year that is paid for",
  yearHint: (first, last) => `${first} to ${last}`,
  issued: "Date of the invoices",
  submit: "Download",
  done: "The invoices are downloaded.",
};
