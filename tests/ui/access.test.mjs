import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { all, as, closeBrowser, settled, until } from "./lib.mjs";

after(closeBrowser);

test("a leader sees numbers, and is told so elsewhere", async () => {
  const { context, page } = await as("leader");
  for (const path of ["/history", "/devices", "/search?q=ab", "/service-users", "/alarms/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/wall"]) {
    await page.goto(path);
    await page.getByRole("heading", { name: "Du har ikke tilgang til denne siden" }).first().waitFor();
  }
  await page.goto("/");
  await page.getByRole("heading", { level: 1, name: "Nøkkeltall" }).waitFor();
  const links = await page.getByRole("navigation", { name: "Hovedmeny" }).getByRole("link").allTextContents();
  assert.deepEqual(links, ["Kommuner", "Nøkkeltall", "Styring", "Utboks"]);
  for (const path of ["/alarms?state=open", "/service-users", "/devices"])
    assert.equal((await context.request.get(`/api/v1${path}`)).status(), 403, `the server refuses ${path}`);
  await context.close();
});

test("history is downloaded as a spreadsheet", async () => {
  const { context, page } = await as("operator");
  await page.goto("/history?period=any");
  await settled(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Last ned CSV" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  assert.ok(text.startsWith("\ufeff"), "a byte order mark, so that spreadsheets read æøå");
  const [head, ...lines] = text.trim().split(/\r?\n/);
  assert.ok(head.includes(";"), "columns are separated by semicolons");
  assert.ok(lines.length > 0, "there are alarms in it");
  await context.close();
});

test("an operator states a reason before seeing a person without an open alarm, and it is logged", async () => {
  const coordinator = await as("coordinator");
  const operator = await as("operator");
  // One whose details are closed to the operator now: an earlier run may have opened some for half an hour.
  const user = await until("a person the operator may not see", async () => {
    for (const candidate of await all(coordinator.context, "/service-users")) {
      if (candidate.open_alarms > 0) continue;
      if ((await operator.context.request.get(`/api/v1/service-users/${candidate.id}`)).status() === 403) return candidate;
    }
    return null;
  });
  const reason = `Pårørende ringer oss ${Date.now()}`;
  await operator.page.goto(`/service-users/${user.id}`);
  const dialog = operator.page.getByRole("dialog");
  await dialog.waitFor();
  assert.equal(await operator.page.getByText(user.name).count(), 0, "the name is not shown before");
  await dialog.getByRole("textbox", { name: "Grunn" }).fill(reason);
  await dialog.getByRole("button", { name: /Åpne i 30 minutter/ }).click();
  await operator.page.getByRole("heading", { level: 1, name: user.name }).waitFor();

  await coordinator.page.goto(`/service-users/${user.id}`);
  await coordinator.page.getByRole("tab", { name: "Hvem har sett dette" }).click();
  await coordinator.page.getByText(reason).first().waitFor();
  await coordinator.context.close();
  await operator.context.close();
});
