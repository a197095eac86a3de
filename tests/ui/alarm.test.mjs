import assert from "node:assert/strict";
import { after, test } from "node:test";
import { as, closeBrowser, get, settled, shot, until, waitingAlarm } from "./lib.mjs";

after(closeBrowser);

test("two operators race to take one alarm: one gets it, the other is told who", async () => {
  const first = await as("operator");
  const second = await as("operator", { nth: 1 });
  const people = [first, second];
  const alarm = await waitingAlarm(first.context);
  for (const { page } of people) {
    await page.goto(`/alarms/${alarm.id}`);
    await settled(page);
    await page.locator('[data-action="take"]:enabled').waitFor();
  }
  await Promise.all(people.map(({ page }) => page.keyboard.press("t")));
  const { handler } = await until("somebody to have the alarm", async () => {
    const detail = await get(first.context, `/alarms/${alarm.id}`);
    return detail.alarm.handler && detail.alarm;
  });
  const won = people.filter(({ account }) => account.name === handler.name);
  assert.equal(won.length, 1, "exactly one has the alarm");
  const [winner] = won;
  const loser = people.find((person) => person !== winner);
  await winner.page.getByText("Du har alarmen", { exact: true }).waitFor();
  await loser.page.getByText(`${handler.name} har alarmen`, { exact: true }).waitFor();
  await loser.page.getByText(`${handler.name} har allerede tatt alarmen.`).waitFor();
  assert.equal(await loser.page.getByText("Du har tatt alarmen.").count(), 0);
  await shot(loser.page, "race-lost");
  await winner.page.keyboard.press("g");
  await winner.page.getByText("Ingen har tatt alarmen").waitFor();
  for (const { context } of people) await context.close();
});

test("an alarm is taken, called, documented and closed by keyboard alone, and the closing undone", async () => {
  const { context, page } = await as("operator");
  await waitingAlarm(context);
  await page.goto("/");
  await settled(page);
  await page.locator("[data-queue-link]").first().waitFor();
  await page.keyboard.press("j");
  await until("a row to be selected", () => page.evaluate(() => document.activeElement?.hasAttribute("data-queue-link")));
  // "t" takes the selected alarm and opens it. Another may have become first meanwhile; the address says which it was.
  await page.keyboard.press("t");
  await page.waitForURL(/\/alarms\//);
  const id = page.url().split("/").pop();
  await settled(page);
  await page.getByText("Du har alarmen", { exact: true }).waitFor();
  await page.keyboard.press("r");
  await page.locator(".alarm-state", { hasText: "Ringer" }).waitFor();

  await page.keyboard.press("n");
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  // Letters that are shortcuts must be plain letters here.
  await page.keyboard.type("Snakket med bruker, alt bra. GTL");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator(".log-text", { hasText: "alt bra. GTL" }).waitFor();

  await page.keyboard.press("l");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("4");
  assert.equal(await page.getByRole("radio", { name: /Feilutløst/ }).isChecked(), true);
  await shot(page, "close-by-keyboard");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Lukket: Feilutløst").waitFor();
  const { alarm } = await get(context, `/alarms/${id}`);
  assert.deepEqual([alarm.state, alarm.outcome], ["closed", "false_alarm"]);

  await page.keyboard.press("z");
  await page.getByText("Alarmen er gjenåpnet.").waitFor();
  assert.notEqual((await get(context, `/alarms/${id}`)).alarm.state, "closed");
  // Leave nothing behind that the next test would wonder about.
  await page.keyboard.press("l");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("4");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Lukket: Feilutløst").waitFor();
  await context.close();
});

test("another operator's change appears at once", async () => {
  const watcher = await as("operator");
  const other = await as("operator", { nth: 1 });
  const alarm = await waitingAlarm(watcher.context);
  for (const { page } of [watcher, other]) {
    await page.goto(`/alarms/${alarm.id}`);
    await settled(page);
  }
  await other.page.keyboard.press("t");
  await other.page.getByText("Du har alarmen", { exact: true }).waitFor();
  await watcher.page.getByText(`${other.account.name} har alarmen`, { exact: true }).waitFor({ timeout: 3_000 });
  await other.page.keyboard.press("g");
  await watcher.page.getByText("Ingen har tatt alarmen").waitFor({ timeout: 3_000 });
  await watcher.context.close();
  await other.context.close();
});
