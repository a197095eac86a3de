import type { Pairs } from "./pairs";

/** What is said of editing a case, of its catalogue of devices, of staffing, and of what the console asks of a tool; as in mistakes.ts. */
export const editMistakes: Pairs = [
  // Of devices.
  ["number '{}' is no municipality number; write four digits", "nummer «{}» er ikke et kommunenummer; skriv fire sifre"],
  ["requirement '{}' stands twice; remove one", "kravet «{}» står to ganger; fjern det ene"],
  ["device '{}' stands twice; remove one", "utstyret «{}» står to ganger; fjern det ene"],
  ["date is empty; write when it was judged", "date er tom; skriv når det ble vurdert"],
  [
    "requirement '{}' is not about a '{}'; remove the row, or add the kind to the requirement",
    "kravet «{}» gjelder ikke «{}»; fjern raden, eller legg typen til i kravet",
  ],
  ["expires before its own date; correct one of the two", "utløper før sin egen dato; rett en av de to"],
  [
    "the same is judged twice on one day; remove one, or correct the day",
    "det samme er vurdert to ganger på én dag; fjern den ene, eller rett dagen",
  ],
  // Of staffing.
  ["is not between low_s and high_s; correct one of them", "er ikke mellom low_s og high_s; rett en av dem"],
  // Of a draft.
  ["the case has no such file", "saken har ingen slik fil"],
  ["an edit is set, add, remove or move", "en endring er set, add, remove eller move"],
  ["an edit of a CSV file is set, add or remove", "en endring av en CSV-fil er set, add eller remove"],
  ["is there already", "finnes allerede"],
  ["the case must be readable first; correct its mistakes", "saken må kunne leses først; rett feilene i den"],
  ["this kind of case has no such file to add", "denne typen sak har ingen slik fil å legge til"],
  ["others name it by this; write one", "andre viser til den med dette; skriv noe"],
  ["'{}' stands already; give each its own", "«{}» finnes allerede; gi hver sin"],
  ["a record moves by 1 or -1", "en post flyttes med 1 eller -1"],
  ["is a table; set what is in it", "er en tabell; endre det som står i den"],
  ["is no list of records", "er ingen liste av poster"],
  ["there is no such record", "det finnes ingen slik post"],
  ["is no record", "er ingen post"],
  ["has records; remove them one by one", "har poster; fjern dem én for én"],
  ["write a value", "skriv en verdi"],
  ["stands there already: there is no place further on", "står ytterst allerede: det er ingen plass lenger dit"],
  ["the file could not be read with this; write another value", "filen kan ikke leses med dette; skriv en annen verdi"],
  ["the file cannot be read; correct it first", "filen kan ikke leses; rett den først"],
  ["write numbers with a comma between, such as 100, 50", "skriv tall med komma mellom, som 100, 50"],
  // Of tools.
  [
    "the case does not have this file, which says what smaller groups would pay; add it among the assumptions, and replace its numbers",
    "saken har ikke denne filen, som sier hva mindre grupper ville betalt; legg den til blant forutsetningene, og bytt ut tallene",
  ],
  [
    "the case does not have this file, which says what arrives and who answers; add it among the assumptions, and replace its numbers",
    "saken har ikke denne filen, som sier hva som kommer inn og hvem som svarer; legg den til blant forutsetningene, og bytt ut tallene",
  ],
  ["format must be one of {}", "format må være en av {}"],
  ["there is no alternative '{}'", "det finnes ikke noe alternativ «{}»"],
  [
    'alternative {} does not say which alternative of case.toml it stands for; add economy = "..." to it',
    'alternativ {} sier ikke hvilket alternativ i case.toml det gjelder; legg til economy = "..." i det',
  ],
  ["issued '{}' is not a day; write it like 2026-01-15", "issued «{}» er ikke en dag; skriv som 2026-01-15"],
  [
    "measured_until must be a day like 2026-11-22, not in the future",
    "measured_until må være en dag som 2026-11-22, og ikke i framtiden",
  ],
  ["alternative must be given: one of staffing.toml's", "alternativ må oppgis: ett av dem i staffing.toml"],
  ["there is no centre here to measure in", "det er ingen sentral her å måle i"],
  ["{} must be a number, like 73.5", "{} må være et tall, som 73.5"],
  [
    "{} has {} alarms over {} days; at least a week is needed to know its hours and weekdays",
    "{} har {} alarmer over {} dager; det trengs minst en uke for å kjenne timer og ukedager",
  ],
  ["the version has no decision", "versjonen har ikke noe vedtak"],
];
