// Everything of a case is made and changed in the console: a decision from nothing, with the keyboard only, and the files beside case.toml.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { as, check, closeBrowser, demoCase, get, post, shot, until } from "./lib.mjs";

after(closeBrowser);

const LONG_MS = 120_000;

/** What has the focus, by its label. */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

/** Presses a button and types into the fields that the focus goes to; "" leaves one as it is. */
async function addRow(page, button, label, texts) {
  await page.getByRole("button", { name: button, exact: true }).press("Enter");
  await until(`the focus on ${label}`, async () => (await focused(page)).startsWith(label), 15_000);
  for (const text of texts) {
    if (text) {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Tab");
  }
}

/** Types into a cell of a table and leaves it. */
async function type(page, file, label, text) {
  const cell = page.getByRole("region", { name: `Tabellen ${file}` }).getByLabel(label, { exact: true });
  await cell.waitFor();
  await cell.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

async function save(page, comment) {
  await page.getByText("Ingen feil").waitFor();
  await page.locator(".save-bar").getByRole("button", { name: "Lagre ny versjon" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(comment);
  await page.keyboard.press("Control+Enter");
  await page.getByText(/Versjon \d+ er lagret/).waitFor();
}

test("a decision is made from nothing, by keyboard: alternative, criterion, assessor, scores, result, decision and document", async () => {
  const { context, page } = await as("leader");
  await page.goto("/steering");
  await page.getByRole("button", { name: "Ny sak" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Ny, fra bunnen").press("Space");
  await dialog.getByRole("combobox").selectOption({ label: "Beslutning: kriterier, vekter og scenarioer" });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("tab", { name: /Forutsetninger/ }).press("Enter");

  await addRow(page, "Legg til i Alternativer", "Alternativer 3", ["", "Slå sammen"]);
  await addRow(page, "Legg til i Kriterier", "Kriterier 4", ["", "Beredskap"]);
  await page.getByRole("region", { name: "Tabellen importance.csv" }).getByLabel("name, Rad 4").and(page.locator("[value='Beredskap']")).waitFor();
  await addRow(page, "De som vurderer", "De som vurderer 1", ["kari", "Kari"]);
  await page.getByText("har ingen poeng for alternativet «C»", { exact: false }).first().waitFor();
  await check(page, "edit-decision-mistakes");

  for (const row of [1, 2, 3, 4]) await type(page, "scores.csv", `C, Rad ${row}`, "+++");
  for (const column of ["A", "B"]) await type(page, "scores.csv", `${column}, Rad 4`, "1");
  await type(page, "importance.csv", "samlet, Rad 4", "S");
  // One who assesses thinks otherwise of one criterion, and as all of the others.
  const scores = page.getByRole("region", { name: "Tabellen scores.csv" });
  assert.equal(await scores.getByLabel("assessor, Rad 5").inputValue(), "kari");
  await type(page, "scores.csv", "A, Rad 5", "2");
  await type(page, "barriers.csv", "owner, Rad 2", "Eksempel kommune");
  await page.getByText("Ingen feil").waitFor();
  await check(page, "edit-decision");
  await save(page, "Tre alternativer og fire kriterier");

  await page.getByText("Slå sammen").first().waitFor({ timeout: LONG_MS });
  await page.locator(".plot svg").first().waitFor({ timeout: LONG_MS });
  const id = page.url().match(/steering\/([^?/]+)/)[1];
  const files = await get(context, `/versions/${(await get(context, `/cases/${id}`)).latest.id}/files`);
  assert.match(files.files["case.toml"], /# The plain weighted sum beside it/, "comments stay");
  assert.match(files.files["scores.csv"], /^criterion,name,area,assessor,A,B,C,source$/m);

  await page.getByRole("button", { name: "Registrer vedtak" }).press("Enter");
  await dialog.getByLabel("Saksnummer").fill("2026/7");
  await dialog.getByLabel("Vedtatt av").fill("Eksempel kommunestyre");
  await dialog.getByRole("checkbox").press("Space");
  await dialog.getByRole("button", { name: "Registrer og lås" }).press("Enter");
  await page.locator(".frozen", { hasText: "2026/7" }).waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "(XLSX)" }).click()]);
  assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), "PK");
  await context.close();
});

test("records are moved, removed and brought back, and a field that is not there is given", async () => {
  const { context, page } = await as("leader");
  const made = await (await post(context, "/cases", { example: "scenarios-2022", comment: "For a test" })).json();
  await page.goto(`/steering/${made.case_id}?tab=numbers`);
  const names = () => page.getByLabel(/^Alternativer \d: Navn$/).evaluateAll((all) => all.map((one) => one.value));
  const before = await until("the alternatives", async () => ((await names()).length === 4 ? names() : null));
  await page.getByRole("button", { name: `Flytt ned: Alternativer: ${before[0]}` }).press("Enter");
  await until("the second to be first", async () => (await names())[0] === before[1], 15_000);
  assert.match(await focused(page), /^Flytt ned: Alternativer/, "the focus goes with the row");
  await page.getByRole("button", { name: `Fjern: Alternativer: ${before[3]}` }).press("Enter");
  await until("three to be left", async () => (await names()).length === 3, 15_000);
  const scores = page.getByRole("region", { name: "Tabellen scores.csv" });
  assert.equal(await scores.getByRole("columnheader", { name: "A", exact: true }).count(), 0);
  await page.getByText("«A» finnes ikke i saken", { exact: false }).first().waitFor();
  await page.locator(".save-bar").getByRole("button", { name: "Angre", exact: true }).press("Enter");
  await until("the fourth to be back", async () => (await names()).length === 4, 15_000);

  const top = page.locator("section.panel", { has: page.getByRole("heading", { name: "Saken", exact: true }) });
  await top.getByRole("button", { name: /Vis .* felt til/ }).press("Enter");
  await top.getByLabel("Margin", { exact: true }).fill("0,7");
  await page.keyboard.press("Tab");
  await save(page, "Margin gitt");
  const { latest } = await get(context, `/cases/${made.case_id}`);
  const { files } = await get(context, `/versions/${latest.id}/files`);
  assert.match(files["case.toml"], /^margin = 0\.7$/m);
  await context.close();
});

test("a case gets the file that a tool needs, and it is edited like case.toml", async () => {
  const { context, page } = await as("leader");
  const made = await (await post(context, "/cases", { kind: "cooperation", comment: "For a test" })).json();
  await page.goto(`/steering/${made.case_id}?tab=staffing`);
  await page.getByRole("button", { name: "Legg til staffing.toml" }).press("Enter");
  await page.getByRole("region", { name: "Alternativene side om side" }).first().waitFor({ timeout: LONG_MS });
  await page.getByRole("tab", { name: /Forutsetninger/ }).press("Enter");
  const box = page.getByRole("region", { name: "staffing.toml", exact: true });
  const hours = box.getByRole("textbox", { name: "Timer i uken", exact: true });
  await hours.fill("900");
  await page.keyboard.press("Tab");
  await box.locator("tr", { has: page.getByRole("textbox", { name: "Timer i uken", exact: true }) }).locator(".field-error").first().waitFor();
  await box.scrollIntoViewIfNeeded();
  await check(page, "edit-staffing");
  await hours.fill("37.5");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Legg til cooperation.toml" }).press("Enter");
  await page.getByRole("region", { name: "cooperation.toml", exact: true }).waitFor();
  await save(page, "Bemanning og grupper");
  await context.close();
});

test("the editor has no violation that axe finds in the dark", async () => {
  const { context, page } = await as("leader", { theme: "dark" });
  await page.goto(`/steering/${(await demoCase(context, "cooperation")).id}?tab=numbers`);
  await page.locator(".edit-table").first().waitFor();
  await check(page, "edit-dark");
  await page.getByRole("region", { name: "staffing.toml", exact: true }).scrollIntoViewIfNeeded();
  await shot(page, "edit-dark-staffing");
  await context.close();
});
