import assert from "node:assert/strict";
import { after, test } from "node:test";
import { all, as, closeBrowser, post, settled, until, waitingAlarm } from "./lib.mjs";

after(closeBrowser);

/** Counts the tones the page starts, and lets it play without a touch. */
async function listen(context) {
  await context.addInitScript(() => {
    window.tones = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...args) {
      window.tones.push(Date.now());
      return start.apply(this, args);
    };
  });
}

const tones = (page) => page.evaluate(() => window.tones.length);
const titles = (page, seconds) =>
  page.evaluate(async (n) => {
    const seen = new Set();
    for (let i = 0; i < n * 10; i += 1) {
      seen.add(document.title);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return [...seen];
  }, seconds);

/** Takes every waiting alarm of a person until none is left, so that it is quiet. */
async function quiet(context) {
  const waiting = (await all(context, "/alarms?state=waiting&kind=alarm")).map((alarm) => alarm.id);
  await Promise.all(waiting.map((id) => post(context, `/alarms/${id}/actions`, { action: "take" })));
  return waiting.length;
}

test("a waiting alarm sounds and flashes until somebody has it, and not a moment longer", async () => {
  const { context, page } = await as("operator");
  const other = await as("operator", { nth: 1 });
  await listen(context);
  await waitingAlarm(context);
  await page.goto("/");
  await settled(page);
  await page.locator("body").press("Shift"); // browsers are silent until somebody touches the page
  await until("the sound", async () => (await tones(page)) > 0, 20_000);
  const some = await tones(page);
  await until("the sound again", async () => (await tones(page)) > some, 20_000);
  assert.ok((await titles(page, 3)).some((title) => /^\(\d+\) NY ALARM$/.test(title)), "the title flashes");

  // The homes go on sending; what is looked for is one stretch in which nothing waited from beginning to end.
  await until("silence while nothing waits", async () => {
    await quiet(other.context);
    await until("the queue to be empty", async () => (await page.locator(".summary-tile.alert").count()) === 0, 10_000);
    const before = await tones(page);
    const seen = await titles(page, 7); // longer than the pause between two rings
    const still = (await page.locator(".summary-tile.alert").count()) === 0 && (await quiet(other.context)) === 0;
    if (!still) return false;
    assert.equal(await tones(page), before, "no tone while nothing waits");
    assert.deepEqual(seen.filter((title) => title.includes("ALARM")), [], "no flash while nothing waits");
    return true;
  });
  await context.close();
  await other.context.close();
});

test("sound that is turned off stays off, and the title flashes all the same", async () => {
  const { context, page } = await as("operator");
  await listen(context);
  await waitingAlarm(context);
  await page.goto("/");
  await settled(page);
  await page.locator("body").press("Shift");
  await until("the sound", async () => (await tones(page)) > 0, 20_000);
  await page.getByRole("button", { name: "Lyd på" }).click();
  await page.getByRole("button", { name: "Lyd av" }).waitFor();
  await page.waitForTimeout(1_000);
  const before = await tones(page);
  await waitingAlarm(context);
  const seen = await titles(page, 7);
  assert.equal(await tones(page), before);
  assert.ok(seen.some((title) => title.includes("NY ALARM")));
  await context.close();
});

test("one who is handed an alarm is told, wherever in the console they are", async () => {
  const { context, page, account } = await as("operator");
  const other = await as("operator", { nth: 1 });
  await listen(context);
  await page.goto("/figures");
  await settled(page);
  await page.locator("body").press("Shift");
  const alarm = await waitingAlarm(context);
  const me = (await all(context, "/operators")).find((one) => one.name === account.name);
  assert.ok(me, "the operator is listed");
  const act = (body) => post(other.context, `/alarms/${alarm.id}/actions`, body);
  assert.equal((await act({ action: "take" })).status(), 200);
  assert.equal((await act({ action: "hand_over", to: me.id })).status(), 200);
  const toast = page.locator(".toast", { hasText: "Du har fått en alarm" });
  await toast.waitFor();
  await toast.getByRole("button", { name: "Åpne" }).click();
  await page.waitForURL(`**/alarms/${alarm.id}`);
  await context.close();
  await other.context.close();
});
