import { editMistakes } from "./mistakesOfEditing";
import { kindMistakes } from "./mistakesOfKinds";
import type { Pairs } from "./pairs";

/**
 * What the program says of a case's files, in English as the program has it and in bokmål. {} stands for what differs, in the
 * same order in both; where they stand in another order the bokmål says {0}, {1}. The keys are those of the program's source,
 * which mistakes.test.ts holds them against.
 */
const files: Pairs = [
  // TOML keys; the key's name stands in front.
  ["is missing; add it", "mangler; legg det til"],
  ["must be a text in quotes", "må være en tekst i anførselstegn"],
  ['must be a list of texts, like ["a", "b"]', 'må være en liste med tekster, som ["a", "b"]'],
  ["must be true or false", "må være true eller false"],
  ["must be a number from {} to {}", "må være et tall fra {} til {}"],
  ["must be a list of numbers, like [1.0, 0.5]", "må være en liste med tall, som [1.0, 0.5]"],
  ["must be a whole number from {} to {}", "må være et helt tall fra {} til {}"],
  [
    "must be kroner with at most two decimals and below ten thousand million",
    "må være kroner med høyst to desimaler og under ti milliarder",
  ],
  ["must be a percentage from 0 to 100 with at most two decimals", "må være prosent fra 0 til 100 med høyst to desimaler"],
  ["'{}' is not known; {}", "«{}» er ikke kjent; {}"],
  ["must be a table", "må være en tabell"],
  ["must be written as [[{}]]", "må skrives som [[{}]]"],
  ["unknown key '{}'{}; {}", "ukjent nøkkel «{}»{}; {}"],
  [" in [{}]", " i [{}]"],
  ["sum to {} %; they must sum to 100 %", "summerer til {} %; de må summere til 100 %"],
  ["'{}' stands twice; give one another name", "«{}» står to ganger; gi en av dem et annet navn"],
  ["'{}' stands twice; give one another id", "«{}» står to ganger; gi en av dem en annen id"],
  ["'{}' stands twice; give each its own", "«{}» står to ganger; gi hver sin"],
  ["'{}' stands twice; remove one", "«{}» står to ganger; fjern den ene"],
  ["{} stands twice; remove one", "{} står to ganger; fjern den ene"],

  // Suggestions at the end of others.
  ["did you mean '{}'?", "mente du «{}»?"],
  ["the case has none", "saken har ingen"],
  ["the case has {} others", "saken har {} andre"],
  ["use one of {}", "bruk en av {}"],

  // Files, rows and columns.
  ["the file is missing; make it, starting with {}", "filen mangler; lag den, med {} som første linje"],
  ["the file is missing; 'varde economy new' makes a case", "filen mangler; «varde economy new» lager en sak"],
  ['the file is missing; start it with kind = "decision"', 'filen mangler; begynn den med kind = "decision"'],
  ['the file is missing; start it with kind = "portfolio"', 'filen mangler; begynn den med kind = "portfolio"'],
  ["the file is missing; see examples/helgeland-2025", "filen mangler; se examples/helgeland-2025"],
  [
    "the file is missing; examples/helgeland-2025 has one to start from",
    "filen mangler; examples/helgeland-2025 har en å gå ut fra",
  ],
  ["the file is empty; start it with the line {}", "filen er tom; begynn den med linjen {}"],
  ["the file is empty; it needs a first row with column names", "filen er tom; første rad må ha kolonnenavn"],
  ["the file is above 16 MiB; split the case", "filen er over 16 MiB; del saken opp"],
  ["the file is above 2 GiB", "filen er over 2 GiB"],
  ["the file cannot be read; check its name", "filen kan ikke leses; kontroller navnet"],
  ["the file cannot be read; check who may read it", "filen kan ikke leses; kontroller hvem som har tilgang"],
  ["not a file of this kind of case; {}", "ikke en fil for denne typen sak; {}"],
  ["more than {} rows; split the case", "mer enn {} rader; del saken opp"],
  ['a quote (") is opened and never closed; close it', 'et anførselstegn (") åpnes og lukkes aldri; lukk det'],
  [
    "text follows a closing quote, or the row has too many fields; correct it",
    "det står tekst etter et avsluttende anførselstegn, eller raden har for mange felt; rett det",
  ],
  ["{} fields where the header has {}; {}", "{} felt der overskriften har {}; {}"],
  [
    "a decimal comma or a comma in a text? write a point, or put the text in quotes",
    "et desimalkomma eller et komma i en tekst? skriv punktum, eller sett teksten i anførselstegn",
  ],
  ["add the missing ones, empty if need be", "legg til dem som mangler, tomme om så er"],
  ["column '{}' stands twice; remove one", "kolonnen «{}» står to ganger; fjern den ene"],
  ["unknown column '{}'; {}", "ukjent kolonne «{}»; {}"],
  ["column '{}' is missing; add it", "kolonnen «{}» mangler; legg den til"],
  ["{} is empty; fill it in", "{} er tomt; fyll det ut"],
  ["{} is negative ({}); write 0 or more", "{} er negativt ({}); skriv 0 eller mer"],
  ["{} is {}; it must be from {} to {}", "{} er {}; det må være fra {} til {}"],
  ["{} '{}' is not known; {}", "{} «{}» er ikke kjent; {}"],
  ["{} '{}' is not a known {}; {}", "{} «{}» er ikke et kjent navn ({}); {}"],
  ["a number has a decimal comma; write a point", "et tall har desimalkomma; skriv punktum"],
  ["cannot be read as TOML: {}; correct this line first", "kan ikke leses som TOML: {}; rett denne linjen først"],
  ["'{}' has a decimal comma; write {} with a point", "«{}» har desimalkomma; skriv {} med punktum"],
  ["'{}' groups its digits with spaces; write {}", "«{}» har mellomrom mellom sifrene; skriv {}"],
  [
    "'{}' is not a number; write digits with a point before decimals, like 1250.50",
    "«{}» er ikke et tall; skriv sifre med punktum foran desimalene, som 1250.50",
  ],
  ["'{}' has more than {} decimals; round it", "«{}» har mer enn {} desimaler; rund av"],
  ["'{}' is too large a number", "«{}» er et for stort tall"],
  [
    "'{}' is above ten thousand million kroner; check the unit (kroner, not øre)",
    "«{}» er over ti milliarder kroner; kontroller enheten (kroner, ikke øre)",
  ],
  [
    "the range {} to {} does not hold the {} {}; correct low or high",
    "spennet {} til {} rommer ikke {} {}; rett low eller high",
  ],
  ["latitude and longitude go together; give both or none", "latitude og longitude hører sammen; gi begge eller ingen"],
  ["low and high go together; give both or none", "low og high hører sammen; gi begge eller ingen"],
  ["is not between low and high; correct one of them", "er ikke mellom low og high; rett en av dem"],

  // Cooperation.
  ["kind '{}' is not one of {}", "typen «{}» er ikke en av {}"],
  ["is missing; add [assumptions]", "mangler; legg til [assumptions]"],
  ['is missing; add [as_is] with compared = ["vtp"]', 'mangler; legg til [as_is] med compared = ["vtp"]'],
  ["must be above 0 and at most ten million kroner", "må være over 0 og høyst ti millioner kroner"],
  ["must be from 0 to a million kroner", "må være fra 0 til en million kroner"],
  ["must be percentages from 0 to 100", "må være prosenter fra 0 til 100"],
  ["has '{}', which is not an area; {}", "har «{}», som ikke er et område; {}"],
  ["'{}' is not in [indices]; {}", "«{}» står ikke i [indices]; {}"],
  ["names no area; add the areas of the total", "nevner ikke noe område; legg til områdene totalen gjelder"],
  ["names no area; add those that the alternatives replace", "nevner ikke noe område; legg til dem alternativene erstatter"],
  ["must not be negative, and a cap must be above 0", "kan ikke være negativt, og et tak må være over 0"],
  ["is above the cap; correct one of them", "er over taket; rett en av dem"],
  ["does not go with a figure of as_is; remove it", "passer ikke med et tall for as_is; fjern det"],
  ["'{}' is not an alternative", "«{}» er ikke et alternativ"],
  ["has no municipality; add at least one row", "har ingen kommune; legg til minst én rad"],
  [
    "more old inhabitants than inhabitants; correct inhabitants_67 or inhabitants_80",
    "flere eldre innbyggere enn innbyggere; rett inhabitants_67 eller inhabitants_80",
  ],
  [
    "municipality {} {} stands twice for {} (first on line {}); remove one",
    "kommune {} {} står to ganger for {} (først på linje {}); fjern den ene",
  ],
  ["municipality {} is called '{}' here and '{}' above; use one name", "kommune {} heter «{}» her og «{}» over; bruk ett navn"],
  [
    "municipality {} is not in municipalities.csv; add it there or correct the number",
    "kommune {} står ikke i municipalities.csv; legg den til der eller rett nummeret",
  ],
  [
    "{} is not in municipalities.csv; add it there or correct the number",
    "{} står ikke i municipalities.csv; legg den til der eller rett nummeret",
  ],
  ["municipality {} is '{}', not '{}'; correct one of them", "kommune {} er «{}», ikke «{}»; rett en av dem"],
  ["{} of municipality {} stands twice; remove one", "{} for kommune {} står to ganger; fjern den ene"],
  ["{} {} of municipality {} stands twice; remove one", "{} {} for kommune {} står to ganger; fjern den ene"],
  ["municipality {} stands twice; remove one", "kommune {} står to ganger; fjern den ene"],
  ["a row of hours has an amount; put the number in the column hours", "en rad med timer har et beløp; sett tallet i kolonnen hours"],
  ["only rows of hours have hours; put the number in amount", "bare rader med timer har timer; sett tallet i amount"],
  ["amount {} is negative; a cost is 0 or more", "beløpet {} er negativt; en kostnad er 0 eller mer"],
  ["from {} is after to {}; swap them", "fra {} er etter til {}; bytt dem om"],
  ["has both key and per; a price per unit needs no key", "har både key og per; en pris per enhet trenger ingen nøkkel"],
  [
    "yearly_cost is above ten million kroner for one person-year; check it",
    "yearly_cost er over ti millioner kroner for ett årsverk; kontroller tallet",
  ],
  ["has both yearly_cost and total; keep the one that is known", "har både yearly_cost og total; behold den som er kjent"],
  ["key '{}' goes by {}; add it or change the key", "nøkkelen «{}» går etter {}; legg det til eller endre nøkkelen"],
  ["'{}', which usage.csv does not give", "«{}», som usage.csv ikke har"],
  ["inhabitants_67, which municipalities.csv does not give for all", "inhabitants_67, som municipalities.csv ikke har for alle"],
  ["inhabitants_80, which municipalities.csv does not give for all", "inhabitants_80, som municipalities.csv ikke har for alle"],
  ["key '{}' goes by '{}', which no file gives", "nøkkelen «{}» går etter «{}», som ingen fil har"],
  ["key '{}' goes by '{}', which is zero for everybody", "nøkkelen «{}» går etter «{}», som er null for alle"],
  ["key '{}' goes by something that is zero for everybody", "nøkkelen «{}» går etter noe som er null for alle"],
  [
    "key '{}' cannot share {} kr among {} within its minimum and cap",
    "nøkkelen «{}» kan ikke fordele {} kr på {} innenfor minstebeløpet og taket",
  ],
  ["the average of {} per inhabitant is out of range; check the answers", "snittet av {} per innbygger er urimelig; kontroller svarene"],
  [
    "the stated total of {} is {} {} less than what is reported; correct one of them",
    "den oppgitte totalen av {} er {} {} mindre enn det som er rapportert; rett en av dem",
  ],
  [
    "the stated total of {} leaves {} {} and no municipality has a gap to take it; correct the total or the answers",
    "den oppgitte totalen av {} etterlater {} {}, og ingen kommune mangler svar som kan ta det; rett totalen eller svarene",
  ],
  [
    "the amounts grow out of range over the years; check amounts, rates and years",
    "beløpene vokser ut over det som kan regnes over årene; kontroller beløp, satser og år",
  ],
  ["the uncertain input '{}' is not in the case", "den usikre størrelsen «{}» finnes ikke i saken"],
  [
    "the correlation of '{}' and '{}' needs two uncertain inputs of the case",
    "korrelasjonen mellom «{}» og «{}» trenger to usikre størrelser i saken",
  ],
  ["the correlations contradict each other; weaken one of them", "korrelasjonene motsier hverandre; svekk en av dem"],
  ["the number of draws must be from 1 to {} for this case", "antall trekninger må være fra 1 til {} for denne saken"],
  [
    "an uncertain input takes values out of range; check its deviation and bounds",
    "en usikker størrelse får urimelige verdier; kontroller avviket og grensene",
  ],
  ["only a cooperation has alternatives", "bare et samarbeid har alternativer"],
  ["only a cooperation has alternatives and keys", "bare et samarbeid har alternativer og nøkler"],
  ["the case has no alternative '{}'; it has: {}", "saken har ikke alternativet «{}»; den har: {}"],
  ["the case has no alternative '{}'", "saken har ikke alternativet «{}»"],
  ["the case has no key '{}'", "saken har ikke nøkkelen «{}»"],
  [
    "the case has no alternatives yet; a report compares at least one with today",
    "saken har ingen alternativer ennå; en rapport sammenligner minst ett med i dag",
  ],
  ["{} must be a whole number from {} to {}", "{} må være et helt tall fra {} til {}"],

  // Invoices.
  ["only a cooperation can be invoiced", "bare et samarbeid kan faktureres"],
  ["the year {} is not among those of the case: {} to {}", "året {} er ikke blant sakens: {} til {}"],
  ["the file is missing; it says who invoices (docs/guide/okonomi.md)", "filen mangler; den sier hvem som fakturerer (docs/guide/okonomi.md)"],
  ["the file is missing; it says who is invoiced", "filen mangler; den sier hvem som faktureres"],
  ["has no row for municipality {}; add it", "har ingen rad for kommune {}; legg den til"],
  [
    "organisation_number '{}' is not nine digits of which the last is a check digit; look it up in Enhetsregisteret",
    "organisation_number «{}» er ikke ni sifre der det siste er et kontrollsiffer; slå det opp i Enhetsregisteret",
  ],
  [
    "is not nine digits of which the last is a check digit; look it up in Enhetsregisteret",
    "er ikke ni sifre der det siste er et kontrollsiffer; slå det opp i Enhetsregisteret",
  ],
  ["is not eleven digits of which the last is a check digit", "er ikke elleve sifre der det siste er et kontrollsiffer"],
  ["is missing; say why no VAT is charged", "mangler; si hvorfor det ikke beregnes mva."],
  ["is 0; then the category is zero, exempt or outside", "er 0; da er kategorien zero, exempt eller outside"],
  [
    "is outside VAT; then seller.vat_registered must be false",
    "er utenfor mva.; da må seller.vat_registered være false",
  ],
  [
    "needs a seller with vat_registered = true, or must be 'outside'",
    "krever en selger med vat_registered = true, eller må være «outside»",
  ],
  [
    "neither buyer_reference nor order_reference is given; the buyer demands one",
    "verken buyer_reference eller order_reference er gitt; kjøperen krever en av dem",
  ],
  ["{} '{}' is not a day; write it like 2026-01-15", "{} «{}» er ikke en dag; skriv den som 2026-01-15"],
  [
    "amount must be above 0: it is what was invoiced too much, without VAT",
    "amount må være over 0: det er det som er fakturert for mye, uten mva.",
  ],
  ["vat.key.{} is not a known key; {}", "vat.key.{} er ikke en kjent nøkkel; {}"],
  ["key '{}' is not a known key; {}", "nøkkelen «{}» er ikke kjent; {}"],
  ["municipality {} is not one that is invoiced", "kommune {} er ikke en av dem som faktureres"],
  ["the archive could not be made; is there memory left?", "arkivet kunne ikke lages; er det minne igjen?"],
];

export const mistakes: Pairs = [...files, ...kindMistakes, ...editMistakes];
