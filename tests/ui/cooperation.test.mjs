// Coalitions and staffing on the case of a cooperation: computed by the server, shown, chosen among, stopped.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { accessible, as, check, closeBrowser, demoCase, get, newContext, post, until } from "./lib.mjs";

after(closeBrowser);

const LONG_MS = 240_000;

async function newCase(context, data = { example: "helgeland-2025" }) {
  const made = await post(context, "/cases", { comment: "For a test", ...data });
  assert.equal(made.status(), 201);
  return made.json();
}

const helgeland = (context) => demoCase(context, "cooperation");

test("the installed example carries the files of its tools", async () => {
  const { context } = await as("leader");
  const { latest } = await helgeland(context);
  const { files } = await get(context, `/versions/${latest.id}/files`);
  assert.ok(files["cooperation.toml"] && files["staffing.toml"]);
  await context.close();
});

for (const theme of ["light", "dark"]) {
  test(`who holds together: the sentences, the groups, the keys (${theme})`, async () => {
    const { context, page } = await as("leader", { theme });
    const { id } = await helgeland(context);
    await page.goto(`/steering/${id}`);
    await page.getByRole("tab", { name: "Hvem holder sammen" }).press("Enter");
    await page.locator(".says-first", { hasText: "Alle 18 sammen koster 14,5 mill. kr" }).waitFor({ timeout: LONG_MS });
    await page.getByRole("rowheader", { name: "Vevelstad og Træna ville hver betalt 44 % mindre på egen hånd." }).waitFor();
    const row = page.getByRole("row", { name: /^Vevelstad og Træna ville/ });
    assert.equal(await row.locator(".group-dot").count(), 2);
    assert.ok((await page.locator(".mark", { hasText: "illustrasjon" }).count()) > 5, "what is in no report is marked");
    await check(page, `cooperation-${theme}`);
    await page.getByLabel("Fordeling").selectOption({ label: "Nukleolus" });
    await page.getByText("Fordelingen holder som den er.", { exact: false }).waitFor();
    assert.equal(await page.locator(".group-matrix").count(), 0, "nobody leaves the nucleolus");
    await check(page, `cooperation-nucleolus-${theme}`);
    await context.close();
  });

  test(`staffing: alternatives side by side and through the week (${theme})`, async () => {
    const { context, page } = await as("leader", { theme });
    const { id } = await helgeland(context);
    await page.goto(`/steering/${id}?tab=staffing&years=10`);
    await page.locator(".says-first", { hasText: "6 årsverk gir én plass bemannet hele døgnet" }).waitFor({ timeout: LONG_MS });
    const table = page.getByRole("region", { name: "Alternativene side om side" });
    await table.getByRole("row", { name: /^Alene på vakt/ }).getByText("alene 100 % av året").first().waitFor();
    assert.equal(await table.getByRole("columnheader").count(), 6);
    await check(page, `staffing-${theme}`);
    await page.getByLabel("Alternativ", { exact: true }).selectOption("2-2-2");
    await page.getByRole("img", { name: /^To på vakt hele døgnet mangler folk i/ }).waitFor();
    await context.close();
  });
}

test("staffing by what the centre itself has measured", async () => {
  const { context, page } = await as("leader");
  const { id } = await helgeland(context);
  await page.goto(`/steering/${id}?tab=staffing&years=10`);
  const arrivals = page.getByLabel("Alarmer og behandlingstid");
  await arrivals.selectOption({ label: "målt her, siste måned" });
  const days = page.getByText(/^Alarmer og behandlingstid er målt i egen drift i \d+ døgn\.$/);
  await days.first().waitFor({ timeout: LONG_MS });
  assert.ok(Number((await days.textContent()).match(/\d+/)[0]) >= 7);
  assert.equal(await page.locator(".mark", { hasText: "målt" }).count() > 0, true, "its numbers say that they are measured");
  await check(page, "staffing-measured");
  await arrivals.selectOption({ label: "som saken sier" });
  await days.waitFor({ state: "detached", timeout: LONG_MS });
  await context.close();
});

test("the pages stand in English too", async () => {
  const { context, page } = await as("leader", { language: "en" });
  const { id } = await helgeland(context);
  await page.goto(`/steering/${id}?tab=cooperation`);
  await page.locator(".says-first", { hasText: "All 18 together cost 14.5 million kr a year" }).waitFor({ timeout: LONG_MS });
  await page.getByRole("heading", { name: "The smallest change that keeps everybody" }).waitFor();
  await context.close();
});

test("a result is downloaded as JSON and CSV", async () => {
  const { context, page } = await as("coordinator");
  const { id } = await helgeland(context);
  await page.goto(`/steering/${id}?tab=cooperation`);
  for (const [button, name] of [
    ["Last ned tabell (CSV)", "samarbeid.csv"],
    ["Last ned alt (JSON)", "samarbeid.json"],
  ]) {
    const link = page.getByRole("button", { name: button });
    await link.waitFor({ timeout: LONG_MS });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.equal(download.suggestedFilename(), name);
  }
  await context.close();
});

test("a report of the analysis and of the simulation is made by the server and downloaded", async () => {
  const { context, page } = await as("coordinator");
  const { id } = await helgeland(context);
  for (const [tab, report, format, name] of [
    ["cooperation", "Samarbeidsrapport", "HTML", "samarbeid.html"],
    ["staffing&years=10", "Bemanningsrapport", "XLSX", "bemanning.xlsx"],
  ]) {
    await page.goto(`/steering/${id}?tab=${tab}`);
    const link = page.getByRole("button", { name: `${report} (${format})` });
    await link.waitFor({ timeout: LONG_MS });
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: LONG_MS }), link.click()]);
    assert.equal(download.suggestedFilename(), name);
    const bytes = await readFile(await download.path());
    assert.ok(bytes.subarray(0, 15).toString().startsWith(format === "HTML" ? "<!doctype html>" : "PK"), name);
  }
  await context.close();
});

test("the economy takes over a simulated alternative, after a look at what changes", async () => {
  const { context, page } = await as("leader");
  const { case_id: id } = await newCase(context);
  await page.goto(`/steering/${id}?tab=staffing&years=10`);
  const panel = page.getByRole("region", { name: "Inn i økonomien" });
  await panel.getByLabel("Regn med").selectOption({ label: "To på vakt hele døgnet" }, { timeout: LONG_MS });
  await panel.getByRole("button", { name: "Vis hva som endres" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("row", { name: /^Årsverk 6 11,8$/ }).waitFor({ timeout: LONG_MS });
  await dialog.getByText("Etterpå må dette også rettes:").waitFor();
  await accessible(page, "staffing-into-economy");
  await dialog.getByRole("button", { name: "Lagre som ny versjon" }).click();
  await page.getByLabel("Versjon").waitFor();
  const { versions } = await until("the version", async () => {
    const one = await get(context, `/cases/${id}`);
    return one.versions.length === 2 && one;
  });
  assert.match(versions[0].comment, /To på vakt hele døgnet/);
  const { files } = await get(context, `/versions/${versions[0].id}/files`);
  assert.match(files["staffing.csv"], /,11\.\d{3},.*estimated.*Vardes simulering/);
  await context.close();
});

test("the quick estimate says how many are needed, and how many stop the queue", async () => {
  const { context, page } = await as("coordinator");
  const { id } = await helgeland(context);
  await page.goto(`/steering/${id}?tab=staffing&years=10`);
  const panel = page.getByRole("region", { name: "Raskt overslag" });
  await panel.getByLabel("Alarmer i timen").fill("73,5");
  await panel.locator(".summary-tile", { hasText: "Operatører som trengs" }).getByText("10", { exact: true }).waitFor({ timeout: LONG_MS });
  await panel.getByLabel("På vakt (valgfritt)").fill("4");
  await panel.getByText("5 på vakt stopper den.", { exact: false }).waitFor();
  await panel.getByLabel("Alarmer i timen").fill("mange");
  await panel.getByRole("alert").getByText("per_hour", { exact: false }).waitFor();
  await page.locator(".says-first").waitFor({ timeout: LONG_MS });
  await check(page, "staffing-erlang");
  await context.close();
});

test("a link shows the tools of the case too, and nothing that changes it", async () => {
  const leader = await as("leader");
  const latest = await newCase(leader.context);
  const until_ = new Date(Date.now() + 86_400_000).toISOString();
  const { token } = await (await post(leader.context, `/versions/${latest.id}/shares`, { until: until_ })).json();
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(`/shared/${token}`);
  await page.getByRole("tab", { name: "Hvem holder sammen" }).click({ timeout: LONG_MS });
  await page.locator(".says-first", { hasText: "Alle 18 sammen koster" }).waitFor({ timeout: LONG_MS });
  await check(page, "shared-cooperation");
  await page.getByRole("tab", { name: "Bemanning" }).click();
  await page.getByRole("heading", { name: "Alternativene side om side" }).waitFor({ timeout: 2 * LONG_MS });
  assert.equal(await page.getByRole("heading", { name: "Inn i økonomien" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: /rapport \(PDF\)$/ }).count(), 0);
  await check(page, "shared-staffing");
  await context.close();
  await leader.context.close();
});

test("a case without the tools' files says which is missing and what to do", async () => {
  const { context, page } = await as("leader");
  const { latest } = await helgeland(context);
  const { files } = await get(context, `/versions/${latest.id}/files`);
  delete files["cooperation.toml"];
  delete files["staffing.toml"];
  const bare = await newCase(context, { files });
  for (const [tab, file] of [
    ["cooperation", "cooperation.toml"],
    ["staffing", "staffing.toml"],
  ]) {
    await page.goto(`/steering/${bare.case_id}?tab=${tab}`);
    await page.locator(".tool-needs", { hasText: file }).waitFor({ timeout: LONG_MS });
    await check(page, `${tab}-missing`);
  }
  await context.close();
});

test("a long simulation tells how far it is, is stopped, and can be asked for again", async () => {
  const { context, page } = await as("leader");
  const { case_id: id } = await newCase(context);
  await page.goto(`/steering/${id}?tab=staffing&years=1000`);
  const stop = page.getByRole("button", { name: "Stopp beregningen" });
  await stop.waitFor({ timeout: LONG_MS });
  await accessible(page, "staffing-computing");
  await stop.click();
  await page.getByText("Beregningen ble stoppet.").waitFor({ timeout: LONG_MS });
  await page.getByLabel("Simulerte år").selectOption("10");
  await until("the figures", async () => (await page.locator(".side-by-side table").count()) === 1, LONG_MS);
  await context.close();
});
