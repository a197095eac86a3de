// Steering from end to end: a case is made, changed, computed, shared and decided, as a leader does it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { as, check, closeBrowser, demoCase, get, newContext, post, until } from "./lib.mjs";

after(closeBrowser);

async function newCase(context, example = "helgeland-2025") {
  const made = await post(context, "/cases", { example, comment: "For a test" });
  assert.equal(made.status(), 201);
  return made.json();
}

for (const theme of ["light", "dark"]) {
  test(`the pages of steering have no violation that axe finds (${theme})`, async (t) => {
    const { context, page } = await as("leader", { theme });
    const of = Object.fromEntries(await Promise.all(["cooperation", "financing", "growth"].map(async (kind) => [kind, (await demoCase(context, kind)).id])));
    for (const [name, path, wait] of [
      ["steering-cases", "/steering", "table"],
      ["steering-cooperation", `/steering/${of.cooperation}`, ".saving-map path"],
      ["steering-numbers", `/steering/${of.cooperation}?tab=numbers`, ".edit-table"],
      ["steering-versions", `/steering/${of.cooperation}?tab=versions`, "table"],
      ["steering-municipality", `/steering/${of.cooperation}/municipalities/1813`, ".brief"],
      ["steering-financing", `/steering/${of.financing}`, ".plot svg"],
      ["steering-growth", `/steering/${of.growth}`, ".plot svg"],
      ["steering-growth-numbers", `/steering/${of.growth}?tab=numbers`, ".edit-table"],
    ]) {
      await t.test(name, async () => {
        await page.goto(path);
        await page.locator(wait).first().waitFor();
        await check(page, `${name}-${theme}`);
      });
    }
    await context.close();
  });
}

test("the figures of the report stand on the case's page", async () => {
  const { context, page } = await as("coordinator");
  await page.goto(`/steering/${(await demoCase(context, "cooperation")).id}`);
  const tiles = page.locator(".steering-summary");
  await tiles.getByText("26,5 mill. kr").waitFor();
  await tiles.getByText("319 kr").waitFor();
  await tiles.getByText("12,0 mill. kr").waitFor();
  assert.equal(await page.getByRole("button", { name: "Registrer vedtak" }).count(), 0, "a coordinator reads only");
  await page.getByRole("tab", { name: /Forutsetninger/ }).click();
  await page.locator(".edit-table").first().waitFor();
  assert.equal(await page.locator(".edit-table input").count(), 0);
  await context.close();
});

test("operators have no part in steering", async () => {
  const { context, page } = await as("operator");
  await page.goto("/steering");
  await page.getByText("Du har ikke tilgang til denne siden").first().waitFor();
  assert.equal((await context.request.get("/api/v1/cases")).status(), 403);
  await context.close();
});

test("a number is changed in place, refused when it is wrong, undone, and saved as a version that tells who", async () => {
  const { context, page, account } = await as("leader");
  const first = await newCase(context);
  await page.goto(`/steering/${first.case_id}?tab=numbers`);
  const rate = page.getByRole("textbox", { name: "Diskonteringsrente", exact: true });
  await rate.fill("0,05");
  await rate.press("Enter");
  const years = page.getByRole("textbox", { name: "Antall år", exact: true });
  await years.fill("mange");
  await years.press("Tab");
  await page.locator("tr", { has: years }).getByText("skriv et tall").waitFor();
  await check(page, "steering-edit-mistake");
  assert.ok(await page.getByRole("button", { name: "Lagre ny versjon" }).isDisabled());
  await page.getByRole("button", { name: "Angre", exact: true }).click();
  assert.equal(await years.inputValue(), "15");
  await page.getByText("Ingen feil").waitFor();
  await page.getByRole("button", { name: "Lagre ny versjon" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Renten satt opp");
  await check(page, "steering-save");
  await dialog.getByRole("button", { name: "Lagre ny versjon" }).click();
  await page.getByText("Versjon 2 er lagret.").waitFor();
  await page.goto(`/steering/${first.case_id}?tab=versions`);
  await page.locator(".diff-after", { hasText: "0.05" }).waitFor();
  await page.getByRole("row", { name: /Renten satt opp/ }).getByText(account.name).waitFor();
  await check(page, "steering-changes");
  await context.close();
});

test("the second to save is told who was first, and can branch", async () => {
  const { context, page } = await as("leader");
  const first = await newCase(context);
  await page.goto(`/steering/${first.case_id}?tab=numbers`);
  const rate = page.getByRole("textbox", { name: "Diskonteringsrente", exact: true });
  await rate.fill("0.06");
  await rate.press("Enter");
  await page.getByText("Ingen feil").waitFor();
  const other = await post(context, `/cases/${first.case_id}/versions`, {
    base: first.id,
    comment: "Noen andre",
    edits: [{ file: "case.toml", action: "set", key: "assumptions.years", value: "20" }],
  });
  assert.equal(other.status(), 201);
  await page.getByRole("button", { name: "Lagre ny versjon" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Min endring");
  await dialog.getByRole("button", { name: "Lagre ny versjon" }).click();
  await dialog.getByText("lagret versjon 2 mens du arbeidet").waitFor();
  await check(page, "steering-stale");
  await dialog.getByRole("button", { name: "Lagre som gren" }).click();
  await page.getByText("Versjon 3 er lagret.").waitFor();
  const { versions } = await get(context, `/cases/${first.case_id}`);
  assert.equal(versions[0].parent, first.id);
  await context.close();
});

test("a survey is shown row by row before it is saved", async () => {
  const { context, page } = await as("leader");
  const first = await newCase(context);
  await page.goto(`/steering/${first.case_id}`);
  await page.getByRole("button", { name: "Les inn spørreskjema" }).click();
  const choose = (text) =>
    page.locator("dialog[open] input[type=file]").setInputFiles({ name: "svar.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const header = "municipality,area,category,amount,quality,source\n";
  await choose(`${header}1811,vtp,operation_agreement,"450,5",reported,Bindal\n1899,vtp,other,1,reported,\n`);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("2 med feil").waitFor();
  await dialog.getByText("kommune 1899 står ikke i municipalities.csv", { exact: false }).waitFor();
  assert.ok(await dialog.getByRole("button", { name: "Lagre som ny versjon" }).isDisabled());
  await check(page, "steering-import-wrong");
  await choose(`${header}1811,vtp,operation_agreement,450000,reported,Bindal\n1812,vtp,operation_agreement,,,\n`);
  await dialog.getByText("1 endres, 0 nye, 1 uendret, 0 med feil").waitFor();
  await check(page, "steering-import");
  await dialog.getByRole("button", { name: "Lagre som ny versjon" }).click();
  await page.getByText("Versjon 2 er lagret.").waitFor();
  await context.close();
});

test("a version is taken out as PDF and as a workbook, by its buttons", async () => {
  const { context, page } = await as("coordinator");
  await page.goto(`/steering/${(await demoCase(context, "growth")).id}`);
  for (const [format, start] of [
    ["PDF", "%PDF-"],
    ["XLSX", "PK"],
  ]) {
    const button = page.getByRole("link", { name: `(${format})` });
    const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
    assert.match(file.suggestedFilename(), new RegExp(`^varde-.*\\.${format.toLowerCase()}$`));
    const bytes = await readFile(await file.path());
    assert.ok(bytes.subarray(0, start.length).toString() === start, `${format}: ${bytes.subarray(0, 200)}`);
  }
  await context.close();
});

test("invoices of one alternative and year come in one archive, and what is missing is told in bokmål", async () => {
  const { context, page } = await as("leader");
  const first = await newCase(context);
  await page.goto(`/steering/${first.case_id}`);
  await page.getByRole("button", { name: "Fakturaer" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("År det betales for").fill("2026");
  await check(page, "steering-invoices");
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Last ned" }).click()]);
  assert.equal(file.suggestedFilename(), "faktura-2026.zip");
  const bytes = await readFile(await file.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  for (const name of ["grunnlag.csv", "grunnlag.xlsx", "faktura-V2026-1811.xml"]) assert.ok(bytes.includes(name), name);
  await page.getByRole("button", { name: "Fakturaer" }).click();
  await dialog.getByLabel("År det betales for").fill("1999");
  await dialog.getByRole("button", { name: "Last ned" }).click();
  await dialog.getByText("året 1999 er ikke blant sakens: 2025 til 2039").waitFor();
  await check(page, "steering-invoices-mistake");
  await page.goto(`/steering/${(await demoCase(context, "growth")).id}`);
  await page.getByRole("link", { name: "(PDF)" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Fakturaer" }).count(), 0, "a case without invoice.toml has none");
  await context.close();
});

test("a link opens one version's results without sign-in, until it is taken back", async () => {
  const { context, page } = await as("leader");
  const first = await newCase(context);
  await page.goto(`/steering/${first.case_id}`);
  await page.getByRole("button", { name: "Del", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Lag lenke" }).click();
  const link = await dialog.getByRole("textbox", { name: /Lenken/ }).inputValue();
  await check(page, "steering-share");
  const stranger = await newContext();
  const open = await stranger.newPage();
  await open.goto(link);
  await open.locator(".steering-summary").getByText("26,5 mill. kr").waitFor();
  await check(open, "steering-shared");
  assert.equal((await stranger.request.get("/api/v1/cases")).status(), 401, "the link opens nothing else");
  await dialog.getByRole("button", { name: "Trekk tilbake" }).click();
  await dialog.getByText("Trukket tilbake").waitFor();
  await open.reload();
  await open.getByText("Lenken virker ikke").first().waitFor();
  await check(open, "steering-shared-gone");
  await stranger.close();
  await context.close();
});

test("a decision freezes the version", async () => {
  const { context, page } = await as("leader");
  const first = await newCase(context);
  await page.goto(`/steering/${first.case_id}`);
  await page.getByRole("button", { name: "Registrer vedtak" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Saksnummer").fill("2026/118");
  await dialog.getByLabel("Vedtatt av").fill("Brønnøy kommunestyre");
  const submit = dialog.getByRole("button", { name: "Registrer og lås" });
  assert.ok(await submit.isDisabled(), "one must say that one is sure");
  await dialog.getByRole("checkbox").check();
  await check(page, "steering-decide");
  await submit.click();
  await page.locator(".frozen", { hasText: "2026/118" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Registrer vedtak" }).count(), 0);
  const again = await post(context, `/versions/${first.id}/decision`, { reference: "1", date: "2020-01-01", body: "x" });
  assert.equal(again.status(), 409);
  // The results of the decision stand; that another program computes something else is told beside them.
  await page.locator(".steering-summary").getByText("26,5 mill. kr").waitFor();
  assert.equal(await page.locator(".decided-note").count(), 0);
  await page.route(/\/versions\/[^/]+\/runs$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), program: "0.0.9", differs: true } });
  });
  await page.reload();
  await page.locator(".decided-note", { hasText: "0.0.9" }).waitFor();
  await check(page, "steering-decided-note");
  await context.close();
});

test("a new case is made from an example, by keyboard", async () => {
  const { context, page } = await as("leader");
  await page.goto("/steering");
  await page.getByRole("button", { name: "Ny sak" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").selectOption({ label: "Helgeland 2025: felles plattform og responssenter" });
  await check(page, "steering-new");
  await page.keyboard.press("Control+Enter");
  await page.locator(".steering-summary").getByText("26,5 mill. kr").waitFor();
  await context.close();
});
