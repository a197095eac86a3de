// Decisions and portfolios in the console: the examples' own figures, the states of a run, and what can be changed.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { as, check, closeBrowser, demoCase, post, shot, until } from "./lib.mjs";

after(closeBrowser);

async function open(context, page, kind) {
  await page.goto(`/steering/${(await demoCase(context, kind)).id}`);
}

async function shots(page, name, panels) {
  for (const [part, title] of panels) {
    await page.locator("section.panel", { has: page.getByRole("heading", { name: title }) }).first().scrollIntoViewIfNeeded();
    await shot(page, `${name}-${part}`);
  }
}

for (const theme of ["light", "dark"]) {
  test(`a decision has no violation that axe finds (${theme})`, async () => {
    const { context, page } = await as("leader", { theme });
    await open(context, page, "decision");
    await page.locator(".plot svg").first().waitFor({ timeout: 120_000 });
    await check(page, `decision-${theme}`);
    await shots(page, `decision-${theme}`, [
      ["claims", /én for én/],
      ["turns", /Hva måtte vært sant/],
      ["central", /Hvilke vekter/],
      ["barriers", /Hemmere: sjekkliste/],
    ]);
    await context.close();
  });

  test(`a portfolio has no violation that axe finds (${theme})`, async () => {
    const { context, page } = await as("leader", { theme });
    await open(context, page, "portfolio");
    await page.locator(".steps > li").first().waitFor();
    await page.locator(".plot svg").nth(1).waitFor();
    await check(page, `portfolio-${theme}`);
    await shots(page, `portfolio-${theme}`, [
      ["heat", "Hvem har hva"],
      ["next", "Hva én kommune bør gjøre nå"],
      ["road", "Veikart"],
      ["dependencies", "Hva må være på plass først"],
      ["activities", "Aktiviteter"],
      ["experiences", "Erfaringer fra piloter"],
      ["devices", "Krav og godkjenning av utstyr"],
    ]);
    await context.close();
  });
}

test("each conclusion of the report is held against its own table", async () => {
  const { context, page } = await as("coordinator");
  await open(context, page, "decision");
  const areas = page.getByRole("region", { name: "Følger konklusjonene av tabellene?" }).locator("tbody tr");
  const row = (name) => areas.filter({ hasText: name });
  await row("Legemidler").getByText("Følger", { exact: true }).waitFor({ timeout: 120_000 });
  await row("Innbyggertjenester").getByText("Følger ikke klart").waitFor();
  await page.getByLabel("Vis område").selectOption({ label: "Digitale fellesløsninger" });
  await page.getByText("K kan oppfattes som det mest ønskelige").first().waitFor();
  await page.getByRole("heading", { name: /: Digitale fellesløsninger$/ }).waitFor();
  await context.close();
});

test("weights of one's own change the weighted sum at once", async () => {
  const { context, page } = await as("coordinator");
  await open(context, page, "decision");
  const box = page.locator("section.panel", { has: page.getByRole("heading", { name: "Vektet sum med egne vekter" }) });
  await box.getByText("Best: I henhold til nasjonale planer").waitFor({ timeout: 120_000 });
  await box.getByText("Vektene holder seg innenfor ordene.").waitFor();
  const weight = box.getByLabel("Vekt for Lokale tilpasninger");
  await weight.fill("900");
  await box.getByText("Best: Alenegang").waitFor();
  await box.getByText(/bryter med ordene/).waitFor();
  await weight.fill("mye");
  await box.getByText(/Skriv tall fra 0/).waitFor();
  await box.getByLabel("Start fra").selectOption({ label: "Alle like (illustrativt)" });
  assert.equal(await weight.inputValue(), "12,5");
  await context.close();
});

test("a run that is stopped says so, and one that fails says why", async () => {
  const { context, page } = await as("leader");
  const state = { state: "cancelled", progress: 0.4, mistakes: [] };
  await page.route("**/api/v1/versions/*/runs", (route) =>
    route.fulfill({ json: { id: "00", version_id: "00", kind: "decide.run", ...state } }),
  );
  await open(context, page, "decision");
  await page.getByText("Beregningen ble stoppet.").waitFor();
  Object.assign(state, { state: "failed", mistakes: [{ file: "scores.csv", line: 3, text: "criterion 2 has no score for K" }] });
  await page.getByRole("button", { name: "Regn på nytt" }).click();
  await page.getByText("criterion 2 has no score for K").waitFor();
  await context.close();
});

test("an owner and a measure are given a barrier in the console, as a new version", async () => {
  const { context, page } = await as("leader");
  const made = await (await post(context, "/cases", { example: "scenarios-2022", comment: "For a test" })).json();
  await page.goto(`/steering/${made.case_id}?tab=numbers`);
  const table = page.getByRole("region", { name: /barriers\.csv/ });
  const cell = (column) => table.getByLabel(new RegExp(`^${column}, \\S+ 2$`));
  await cell("owner").fill("Brønnøy kommune");
  await cell("measure").fill("Felles kompetansesenter");
  await page.keyboard.press("Tab");
  await page.locator(".save-bar").getByRole("button", { name: /Lagre/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill("Hemmer 2 har fått eier");
  await dialog.getByRole("button", { name: /Lagre/ }).click();
  await page.getByRole("region", { name: "Hemmere: sjekkliste" }).getByText("Felles kompetansesenter").waitFor({ timeout: 120_000 });
  await context.close();
});

test("the two numbers of one source are shown, and the two facts are kept apart", async () => {
  const { context, page } = await as("coordinator");
  await open(context, page, "portfolio");
  await page.getByText("tabell 1: 215 kommuner").waitFor();
  await page.getByText("teksten i 2.2: ca. 214 kommuner har tilgjengeliggjort").waitFor();
  const cell = page.locator("td[title^='Trondheim, Helseplattformen']");
  assert.match(await cell.getAttribute("title"), /Tilgjengeliggjort: ukjent\. I bruk: ja \(KS, 2022-05\)/);
  assert.match(await page.locator("td", { hasText: "angår ikke kommunen" }).first().innerText(), /angår ikke/);
  await context.close();
});

test("one municipality's next steps and why, chosen by keyboard in the heat map", async () => {
  const { context, page } = await as("coordinator");
  await open(context, page, "portfolio");
  await page.locator(".heat-map").getByRole("button", { name: "Rana" }).press("Enter");
  const steps = page.locator(".next-steps");
  await steps.getByText("Gjeldende versjoner av meldingsutveksling").waitFor();
  await steps.getByText("Er lovpålagt").waitFor();
  assert.equal(await steps.getByLabel("Kommune").inputValue(), "1833");
  await context.close();
});

test("why a step stands where it does is said in the reader's language", async () => {
  const { context, page } = await as("coordinator", { language: "en" });
  await open(context, page, "portfolio");
  const steps = page.locator(".next-steps");
  await steps.getByLabel("Municipality").selectOption({ label: "0301 Oslo" });
  await steps.getByText("Is required by law").waitFor();
  assert.equal(await steps.getByText("Er lovpålagt").count(), 0);
  await context.close();
});

test("devices are found by what is required of them, and say what they lack", async () => {
  const { context, page } = await as("coordinator");
  await open(context, page, "portfolio");
  const box = page.locator(".devices");
  await box.getByText("6 modeller").waitFor();
  await box.getByLabel("Søk i utstyr og krav").fill("livstegn");
  await box.getByText("3 modeller").waitFor();
  await box.getByLabel("Status").selectOption({ label: "Oppfyller ikke alt" });
  await box.getByText("1 modell", { exact: true }).waitFor();
  const card = box.locator("li", { has: page.getByRole("heading", { name: "Oppdiktet Trygghet T2 mobil" }) });
  await card.getByText("illustrativt").waitFor();
  await card.getByText("Krav for krav").click();
  const lacking = card.locator(".judgements > li", { hasText: "K04" });
  await lacking.getByText("Ikke oppfylt").waitFor();
  assert.match(await lacking.getByRole("link", { name: "Dokumentasjon" }).getAttribute("href"), /^https:\/\/example\.org\//);
  await context.close();
});

test("a file is read into the tables after a look at each row, as a new version", async () => {
  const { context, page } = await as("leader");
  const made = await (await post(context, "/cases", { example: "portfolio-2023", comment: "For a test" })).json();
  await page.goto(`/steering/${made.case_id}`);
  await page.getByRole("button", { name: "Les inn tabeller" }).click();
  const dialog = page.getByRole("dialog");
  const give = (text) => dialog.getByLabel("Fil").setInputFiles({ name: "planer.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const header = "municipality,solution,fact,by,owner,note\n";
  await give(`${header}0301,vkp,in_use,snart,Oslo,\n`);
  await dialog.getByText(/«snart» er ingen dato/).waitFor();
  assert.ok(await dialog.getByRole("button", { name: /Lagre/ }).isDisabled());
  await give(`${header}301,vkp,in_use,2023-01,Oslo,\n`);
  await dialog.getByText("0 endres, 1 nye, 0 uendret, 0 med feil").waitFor();
  await dialog.getByText("plans.csv: 301 · vkp · in_use").waitFor();
  await dialog.getByRole("button", { name: /Lagre/ }).click();
  await page.getByText("Versjon 2 er lagret.").waitFor();
  await page.goto(`/steering/${made.case_id}`);
  await page.locator(".next-steps").getByText("Planen er på overtid").waitFor();
  await context.close();
});

test("experiences are found by their words", async () => {
  const { context, page } = await as("coordinator", { language: "en" });
  await open(context, page, "portfolio");
  const box = page.locator(".experiences");
  await box.getByText("11 experiences").waitFor();
  await box.getByLabel("Search in the experiences").fill("bergen fastleger");
  await box.getByText("1 experience", { exact: true }).waitFor();
  await box.getByText("Utprøving av PLL i Bergen").waitFor();
  await box.getByLabel("Search in the experiences").fill("finnes ikke");
  await box.getByText("No experience matches the search.").waitFor();
  await check(page, "portfolio-english");
  await context.close();
});

test("a shared link shows the results and not what only the signed-in can ask", async () => {
  const { context, page } = await as("leader");
  const version = (await demoCase(context, "portfolio")).latest.id;
  const share = await (await post(context, `/versions/${version}/shares`, { until: new Date(Date.now() + 30 * 86_400_000).toISOString() })).json();
  await page.goto(`/shared/${share.token}`);
  await page.locator(".heat-map").waitFor();
  assert.equal(await page.locator(".next-steps").count(), 0);
  await context.close();
});
