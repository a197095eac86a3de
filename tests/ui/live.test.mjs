import assert from "node:assert/strict";
import { after, test } from "node:test";
import { all, as, closeBrowser, post, settled, shot, until, waitingAlarm } from "./lib.mjs";

after(closeBrowser);

const rows = (page) => page.locator("[data-alarm]").evaluateAll((list) => list.map((row) => row.dataset.alarm));

/** The queue's own numbers: waiting, in progress and technical. */
async function counts(page) {
  const tiles = await page.locator(".summary-tile").evaluateAll((list) =>
    Object.fromEntries(list.map((tile) => [tile.querySelector("dt").textContent, tile.querySelector("dd").textContent])),
  );
  return [tiles.Venter, tiles["Under arbeid"], tiles.Teknisk].map(Number);
}

async function countsOfServer(context) {
  const open = await all(context, "/alarms?state=open");
  const people = open.filter((alarm) => alarm.kind === "alarm");
  return [
    people.filter((alarm) => alarm.state === "waiting").length,
    people.filter((alarm) => alarm.state !== "waiting").length,
    open.length - people.length,
  ];
}

test("the live queue survives a lost connection: nothing missing, nothing twice", async () => {
  const { context, page } = await as("operator");
  const other = await as("operator", { nth: 1 });
  await page.goto("/");
  await settled(page);
  const alarm = await waitingAlarm(context);
  await page.locator(`[data-alarm="${alarm.id}"]`).waitFor();

  await context.setOffline(true);
  await page.getByText("Ikke tilkoblet.").waitFor();
  await shot(page, "not-connected");

  // What happens meanwhile must be there afterwards.
  const taken = await post(other.context, `/alarms/${alarm.id}/actions`, { action: "take" });
  assert.equal(taken.status(), 200);
  assert.equal(await page.locator(`[data-alarm="${alarm.id}"]`, { hasText: other.account.name }).count(), 0);

  await context.setOffline(false);
  await page.getByText("Ikke tilkoblet.").waitFor({ state: "detached" });
  await page.locator(`[data-alarm="${alarm.id}"]`, { hasText: other.account.name }).waitFor();
  assert.equal(await page.locator(`[data-alarm="${alarm.id}"]`).count(), 1);

  // The homes go on sending, so the two are compared until both were asked in a quiet moment.
  await until("the queue to agree with the server", async () => {
    const before = await countsOfServer(context);
    const shown = await counts(page);
    const later = await countsOfServer(context);
    const agrees = String(before) === String(shown) || String(later) === String(shown);
    return agrees || Promise.reject(new Error(`server ${before} then ${later}, queue ${shown}`));
  });
  const ids = await rows(page);
  assert.equal(new Set(ids).size, ids.length, "no alarm is shown twice");

  await post(other.context, `/alarms/${alarm.id}/actions`, { action: "give_back" });
  await context.close();
  await other.context.close();
});

test("a closed alarm leaves the queue by itself", async () => {
  const { context, page } = await as("operator");
  const other = await as("operator", { nth: 1 });
  await page.goto("/");
  await settled(page);
  const alarm = await waitingAlarm(context);
  await page.locator(`[data-alarm="${alarm.id}"]`).waitFor();
  const act = async (body) => assert.equal((await post(other.context, `/alarms/${alarm.id}/actions`, body)).status(), 200);
  await act({ action: "take" });
  await act({ action: "close", outcome: "test", note: "Prøve" });
  await page.locator(`[data-alarm="${alarm.id}"]`).waitFor({ state: "detached" });
  await context.close();
  await other.context.close();
});
