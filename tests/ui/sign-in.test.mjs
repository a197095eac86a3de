import assert from "node:assert/strict";
import { after, test } from "node:test";
import { as, closeBrowser, demoAccounts, newContext, settled } from "./lib.mjs";

after(closeBrowser);

const HOME = {
  operator: "Alarmkø",
  administrator: "Alarmkø",
  coordinator: "Kommuner",
  leader: "Nøkkeltall",
};

test("each demo role signs in from its card and starts where its work is", async () => {
  for (const account of await demoAccounts()) {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto("/");
    await page.getByRole("button", { name: account.name }).click();
    await page.getByRole("heading", { level: 1, name: HOME[account.role] }).waitFor();
    assert.equal(await page.getByText("DEMO", { exact: true }).count(), 1, "DEMO is on the page");
    await page.getByRole("button", { name: `${account.name}: innstillinger` }).click();
    await page.getByRole("button", { name: "Logg ut" }).click();
    await page.getByRole("heading", { name: "Velg en rolle" }).waitFor();
    await context.close();
  }
});

test("one who is not signed in is sent to sign in, and back to where they were going", async () => {
  const [account] = (await demoAccounts()).filter((a) => a.role === "operator");
  const context = await newContext();
  const page = await context.newPage();
  await page.goto("/devices?status=lost");
  await page.getByRole("button", { name: account.name }).first().click();
  await page.getByRole("heading", { level: 1, name: "Enheter" }).waitFor();
  assert.match(page.url(), /\/devices\?status=lost$/);
  await context.close();
});

test("language and theme are remembered", async () => {
  const { context, page, account } = await as("operator");
  await page.goto("/history");
  await settled(page);
  await page.getByRole("button", { name: account.name }).click();
  await page.getByText("English", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Alarm history" }).waitFor();
  await page.getByText("Night", { exact: true }).click();
  assert.equal(await page.locator("html").getAttribute("data-color-scheme"), "dark");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(
    await page.evaluate(() => [localStorage.getItem("varde.language"), localStorage.getItem("varde.theme")]),
    ["en", "dark"],
  );
  await context.close();
});
