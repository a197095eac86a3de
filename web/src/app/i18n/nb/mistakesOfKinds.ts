import type { Pairs } from "./pairs";

/** What is said of groups, staffing, decisions, financing, growth and portfolios, and of editing; as in mistakes.ts. */
export const kindMistakes: Pairs = [
  // Groups of municipalities.
  ["'{}' is not an alternative of case.toml; {}", "«{}» er ikke et alternativ i case.toml; {}"],
  ["'{}' is no yearly cost of the case; {}", "«{}» er ingen årlig kostnad i saken; {}"],
  ["name {} twice; remove one", "nevner {} to ganger; fjern den ene"],
  ["names '{}' twice; remove one", "nevner «{}» to ganger; fjern den ene"],
  ["do not go with a discount; keep one of them", "går ikke sammen med en rabatt; behold en av dem"],
  [
    "'{}' is not known; use members, inhabitants, inhabitants_67, inhabitants_80, or usage.METRIC of usage.csv",
    "«{}» er ikke kjent; bruk members, inhabitants, inhabitants_67, inhabitants_80 eller usage.METRIC fra usage.csv",
  ],
  ["of the first slice must be 0", "for det første trinnet må være 0"],
  ["must be above that of the slice before", "må være over trinnet før"],
  [
    "of the first slice must be above 0; use fixed = 100 for a cost that does not follow volume",
    "for det første trinnet må være over 0; bruk fixed = 100 for en kostnad som ikke følger volumet",
  ],
  ["is above that of the slice before; a discount by volume falls", "er over trinnet før; en volumrabatt gir fallende pris"],
  [
    "must be above that of the step before, with no fewer person-years: a larger group cannot need less",
    "må være over trinnet før, med minst like mange årsverk: en større gruppe kan ikke trenge mindre",
  ],
  ["end at {}, and all together have {}; add a step", "slutter på {}, og alle sammen har {}; legg til et trinn"],
  [
    "are person-years, and '{}' is not in staffing.csv; use fixed and discount",
    "er årsverk, og «{}» står ikke i staffing.csv; bruk fixed og discount",
  ],
  [
    "give all together ({}) {} person-years, and staffing.csv has {} in '{}'; correct one of them",
    "gir alle sammen ({}) {} årsverk, og staffing.csv har {} i «{}»; rett en av dem",
  ],
  ["is negative ({}); a cost is 0 or more", "er negativt ({}); en kostnad er 0 eller mer"],
  ["names nobody; add a list of numbers", "nevner ingen; legg til en liste med nummer"],
  [
    "name {}, who is in '{}' too; partnerships that are compared may not overlap",
    "nevner {}, som også er i «{}»; samarbeid som sammenlignes kan ikke overlappe",
  ],
  ["must be two or more", "må være to eller flere"],
  ["how '{}' depends on the group is missing; add [[item]] with name = \"{}\"", "hvordan «{}» avhenger av gruppen mangler; legg til [[item]] med name = \"{}\""],
  [
    "how '{}' depends on the group is missing; add [[item]] with name = \"{}\" to cooperation.toml",
    "hvordan «{}» avhenger av gruppen mangler; legg til [[item]] med name = \"{}\" i cooperation.toml",
  ],
  [
    "'{}' of '{}' costs {} kr in items.csv; no group can have a negative cost",
    "«{}» i «{}» koster {} kr i items.csv; ingen gruppe kan ha en negativ kostnad",
  ],
  ["of '{}' sum to {} kr, and all of it costs {} kr in '{}'; correct them", "for «{}» summerer til {} kr, og alt koster {} kr i «{}»; rett dem"],
  ['is not of kind "cooperation"; only such a case has groups', 'er ikke av typen "cooperation"; bare en slik sak har grupper'],
  ["has more than {} municipalities", "har mer enn {} kommuner"],
  [
    "item '{}' is {} kr and its extras {} kr: no group can have a negative cost; correct the item or its extras",
    "posten «{}» er {} kr og tilleggene {} kr: ingen gruppe kan ha en negativ kostnad; rett posten eller tilleggene",
  ],
  [
    "what {} {} costs alone is missing: it has no cost today; answer the survey for it, or add [[alone]] to cooperation.toml",
    "hva {} {} koster alene mangler: den har ingen kostnad i dag; svar på spørreskjemaet for den, eller legg til [[alone]] i cooperation.toml",
  ],
  ["item '{}' goes by a volume that is zero for everybody", "posten «{}» går etter et volum som er null for alle"],
  [
    "the case does not have this file, which says what smaller groups would pay. Download the files of the case, put a cooperation.toml beside them (examples/helgeland-2025 has one to start from), and make a new case of the folder",
    "saken har ikke denne filen, som sier hva mindre grupper ville betalt. Last ned filene i saken, legg en cooperation.toml ved siden av dem (examples/helgeland-2025 har en å gå ut fra), og lag en ny sak av mappen",
  ],
  ["a game given group by group has no keys", "et spill gitt gruppe for gruppe har ingen nøkler"],
  ["a game given group by group has no alternatives", "et spill gitt gruppe for gruppe har ingen alternativer"],
  [
    "{} would cost {} kr together: a cost is 0 or more; correct the items or the cost of a partnership",
    "{} ville kostet {} kr sammen: en kostnad er 0 eller mer; rett postene eller kostnaden til et samarbeid",
  ],
  [
    "{} cost {} kr together, and {} of them cost {} kr: a larger group cannot cost less; correct the cost of the partnership, or of the smaller group",
    "{} koster {} kr sammen, og {} av dem koster {} kr: en større gruppe kan ikke koste mindre; rett kostnaden til samarbeidet eller til den mindre gruppen",
  ],
  ["has no row; add coalition,cost", "har ingen rad; legg til coalition,cost"],
  [
    "{} costs {} kr, and its part {} costs {} kr (line {}): a larger group cannot cost less; correct one of them",
    "{} koster {} kr, og delen {} koster {} kr (linje {}): en større gruppe kan ikke koste mindre; rett en av dem",
  ],
  ["cost {} of {} is negative; a cost is 0 or more", "kostnaden {} for {} er negativ; en kostnad er 0 eller mer"],
  ["{} stands twice (first on line {}); remove one", "{} står to ganger (først på linje {}); fjern den ene"],
  ["has an empty name; write names with + between: A+B", "har et tomt navn; skriv navn med + mellom: A+B"],
  ["'{}' is player {}; a table has at most {}", "«{}» er spiller {}; en tabell har høyst {}"],
  ["the cost of {}{} is missing; add {}", "kostnaden for {}{} mangler; legg til {}"],
  [" and {} other groups", " og {} andre grupper"],
  ["a row", "en rad"],
  ["a row for each", "en rad for hver"],
  [
    "the linear program of the nucleolus could not be solved; check the costs for numbers of very different size",
    "likningssettet for nukleolus lot seg ikke løse; se etter kostnader av svært ulik størrelse",
  ],

  // Staffing.
  ["only a case of kind 'cooperation' can have staffing.toml", "bare en sak av typen «cooperation» kan ha staffing.toml"],
  [
    "the case does not have this file, which says what arrives and who answers. Download the files of the case, put a staffing.toml beside them (examples/helgeland-2025 has one to start from), and make a new case of the folder",
    "saken har ikke denne filen, som sier hva som kommer inn og hvem som svarer. Last ned filene i saken, legg en staffing.toml ved siden av dem (examples/helgeland-2025 har en å gå ut fra), og lag en ny sak av mappen",
  ],
  ["stopped before it was done", "stoppet før den var ferdig"],
  ['must be a time like "07:30"', 'må være et klokkeslett som "07:30"'],
  ["has '{}', which is not a day; {}", "har «{}», som ikke er en ukedag; {}"],
  ["may stand at most 40 times in a plan", "kan stå høyst 40 ganger i en plan"],
  ["puts more than {} on duty at a time", "setter mer enn {} på vakt samtidig"],
  ["goes without a plan or reserve of one's own; take them out", "går uten egen plan eller reserve; ta dem ut"],
  ["must stand from one to 12 times", "må stå fra én til 12 ganger"],
  ["must stand from one to {} times", "må stå fra én til {} ganger"],
  ["must stand from one to {} times, the first being what plans are sized for", "må stå fra én til {} ganger; den første er den planene dimensjoneres for"],
  [
    "give {} alarms a year, hosts' too; at most {} can be simulated",
    "gir {} alarmer i året, vertenes medregnet; høyst {} kan simuleres",
  ],
  ["'{}' is not a {}; {}", "«{}» er ikke et kjent navn ({}); {}"],
  ["must be {} weights, none below 0 and one above", "må være {} vekter, ingen under 0 og én over"],
  ["or per_year must be given, one of the two", "eller per_year må gis, én av de to"],
  [
    "arrivals are above capacity: {} erlang on {} operator{}, so the queue grows without bound; {} operators stop it",
    "det kommer inn mer enn det er kapasitet til: {0} erlang på {1} operatør(er), så køen vokser uten grense; {3} operatører stopper den",
  ],
  [
    "a load of {} erlang on {} operators leaves too many waiting to sum over; give more operators or less patience",
    "{} erlang på {} operatører gir for mange ventende å summere over; gi flere operatører eller mindre tålmodighet",
  ],
  [
    "{} operators cannot carry {} erlang when those who get no answer come back: the queue grows without bound; {} operators stop it",
    "{} operatører kan ikke bære {} erlang når de som ikke får svar kommer tilbake: køen vokser uten grense; {} operatører stopper den",
  ],
  ["the load must be above 0 and at most {} erlang", "belastningen må være over 0 og høyst {} erlang"],
  ["the target must be a share between 0 and 1", "målet må være en andel mellom 0 og 1"],
  ["no {} operators reach this target", "selv ikke {} operatører når dette målet"],

  // Decisions.
  ["stands {} times; a decision has from {} to {}", "står {} ganger; en beslutning har fra {} til {}"],
  ["'{}' is not in the case; {}", "«{}» finnes ikke i saken; {}"],
  ["has only summaries, or weights of 0; one must count in the whole", "har bare oppsummeringer eller vekter på 0; én må telle i helheten"],
  ["names none; write those the claim is about", "nevner ingen; skriv dem påstanden gjelder"],
  ["must be above 50 and below 100 per cent", "må være over 50 og under 100 prosent"],
  ["barrier '{}' stands twice; remove one", "barrieren «{}» står to ganger; fjern den ene"],
  ["says again what another row says of the same; remove one", "sier på nytt det en annen rad sier om det samme; fjern den ene"],
  ["{} is {}; the top score is {}", "{} er {}; høyeste poeng er {}"],
  ["'{}' is the name of a column; choose another id", "«{}» er navnet på en kolonne; velg en annen id"],
  [
    "criterion '{}' has no importance in area '{}'{}; give one of L, LM, M, MS, S",
    "kriteriet «{}» har ingen viktighet i området «{}»{}; gi en av L, LM, M, MS, S",
  ],
  [
    "criterion '{}' has no score for alternative '{}' in area '{}'{}; give one from 0 to {}",
    "kriteriet «{}» har ingen poeng for alternativet «{}» i området «{}»{}; gi poeng fra 0 til {}",
  ],
  [" from assessor '{}'", " fra «{}»"],
  [
    "must be from 1 to 100000000; a million gives a tenth of a per cent",
    "må være fra 1 til 100000000; en million gir en tidels prosent",
  ],

  // Financing and growth.
  ["lifetime is empty; a large project needs the years of its instalments", "lifetime er tomt; et stort prosjekt trenger årene for avdragene"],
  ["must be first_year or later, and at most 60 years after it", "må være first_year eller senere, og høyst 60 år etter"],
  ["'{}' is part of '{}', which is not a solution", "«{}» er del av «{}», som ikke er en løsning"],
  ["date '{}' is not a date; write it like 2024-02-15", "datoen «{}» er ikke en dato; skriv den som 2024-02-15"],
  ["meeting '{}' stands twice; remove one", "møtet «{}» står to ganger; fjern det ene"],
  ["amount is empty; fill it in, or write withdrawn under speaks", "amount er tomt; fyll det ut, eller skriv withdrawn under speaks"],
  [
    "'{}' of {} stands twice for {}; name their part or remove one",
    "«{}» fra {} står to ganger for {}; navngi delen eller fjern den ene",
  ],
  [
    "one meeting's estimate of a solution is either of levels or of changes; choose one",
    "et møtes anslag for en løsning er enten nivåer eller endringer; velg ett",
  ],
  ["payer '{}' stands twice; remove one", "betaleren «{}» står to ganger; fjern den ene"],
  ["and the other groups sum to {} %; they must sum to 100 %", "og de andre gruppene summerer til {} %; de må summere til 100 %"],
  [
    "the amounts sum to more than can be counted over the years; check the unit (kroner, not øre or MNOK)",
    "beløpene summerer til mer enn det kan regnes med over årene; kontroller enheten (kroner, ikke øre eller millioner)",
  ],

  // Portfolio.
  ["{} '{}' is no date; write 2023, 2023-04 or 2023-04-15", "{} «{}» er ingen dato; skriv 2023, 2023-04 eller 2023-04-15"],
  ["'{}' is no date; write 2023, 2023-04 or 2023-04-15", "«{}» er ingen dato; skriv 2023, 2023-04 eller 2023-04-15"],
  ["'{}' is no date; write 2023-04-30", "«{}» er ingen dato; skriv 2023-04-30"],
  ["solution '{}' stands twice; remove one", "løsningen «{}» står to ganger; fjern den ene"],
  ["the same is said twice on one day; remove one, or correct the day", "det samme er sagt to ganger på én dag; fjern den ene, eller rett dagen"],
  ["date is empty; a total is of a day, month or year", "date er tomt; en total gjelder en dag, en måned eller et år"],
  ["count is empty; leave the row out when nobody knows", "count er tomt; utelat raden når ingen vet"],
  ["target is empty; write how many municipalities", "target er tomt; skriv hvor mange kommuner"],
  ["a solution cannot need itself; correct one of the two", "en løsning kan ikke trenge seg selv; rett en av de to"],
  [
    "goes in a circle: {}; nothing could come first, so take one of the rows out",
    "går i ring: {}; ingenting kan komme først, så ta ut en av radene",
  ],
  ["'{}' is not in solutions.csv; {}", "«{}» står ikke i solutions.csv; {}"],

  // Editing, import and saving.
  ["there is no column '{}'", "det er ingen kolonne «{}»"],
  ["there is no such row", "det er ingen slik rad"],
  ["there is no such row to add behind", "det er ingen slik rad å legge til etter"],
  ["there is no such value", "det er ingen slik verdi"],
  ["give one row with its fields", "gi én rad med feltene sine"],
  ["an edit is set, add or remove", "en endring er set, add eller remove"],
  ["case.toml takes set only", "i case.toml kan verdier bare endres"],
  ["case.toml cannot be read; correct it first", "case.toml kan ikke leses; rett den først"],
  ["write a number with a decimal point and without spaces", "skriv et tall med desimalpunktum og uten mellomrom"],
  ["write a number, such as 1250 or 0.04", "skriv et tall, som 1250 eller 0.04"],
  ["write true or false", "skriv true eller false"],
  ['write a list in brackets, such as [100, 50] or ["vtp"]', 'skriv en liste i klammer, som [100, 50] eller ["vtp"]'],
  ["the workbook is empty; it needs a first row with column names", "arbeidsboken er tom; første rad må ha kolonnenavn"],
  ["the sheet '{}' has {} rows; a survey may have {}", "arket «{}» har {} rader; et spørreskjema kan ha {}"],
  ["{} of the sheets {} {} the columns {}; keep the survey on one sheet", "{} av arkene {} {} kolonnene {}; ha spørreskjemaet på ett ark"],
  ["'{}' has no survey to fill in; start from a copy of one of examples/", "«{}» har ikke noe spørreskjema; gå ut fra en kopi av et av eksemplene"],
  ["a case has at most {} files", "en sak har høyst {} filer"],
  ["a case has TOML and CSV files; take this one out", "en sak har TOML- og CSV-filer; ta ut denne"],
  ["is not a text file", "er ikke en tekstfil"],
  ["the files have more than {} bytes", "filene har mer enn {} byte"],
  ["too many changes at once", "for mange endringer på én gang"],
  ["a case keeps its kind; make a new case", "en sak beholder typen sin; lag en ny sak"],
  ["the computation stopped on an error of the program", "beregningen stoppet på en feil i programmet"],
  ["the result is too large to keep; make the case smaller", "resultatet er for stort til å lagres; gjør saken mindre"],
  ["the result could not be kept: {}", "resultatet kunne ikke lagres: {}"],
  [
    "alarms with code {} fit no kind of the case; name the code in a kind's codes, or have a technical kind without codes",
    "alarmer med kode {} passer ikke i noen type i saken; nevn koden i «codes» for en type, eller ha en teknisk type uten koder",
  ],
  [
    "alarms with code {} fit no kind of the case; name the code in a kind's codes, or have a kind without codes that is not technical",
    "alarmer med kode {} passer ikke i noen type i saken; nevn koden i «codes» for en type, eller ha en type uten koder som ikke er teknisk",
  ],
  // Files from outside into a portfolio.
  [
    "no sheet has the name of a file of the case (adoption, plans, ...); start from 'varde portfolio report --format xlsx'",
    "ingen ark har navnet på en fil i saken (adoption, plans, ...); begynn med arbeidsboken fra «Last ned rapport»",
  ],
  [
    "'{}' are no file's columns; see docs/reference/portfolio-json.md",
    "«{}» er ikke kolonnene i noen fil; se docs/reference/portfolio-json.md",
  ],
  [
    "these could be the columns of {}; give all columns of the one",
    "dette kan være kolonnene i {}; ta med alle kolonnene i den det gjelder",
  ],
];
