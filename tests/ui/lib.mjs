// What the tests share: a browser, people who are signed in, and waiting for things instead of sleeping.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const BASE = process.env.BASE_URL ?? "http://127.0.0.1:8080";
const SHOTS = process.env.SHOTS;
const WAIT_MS = Number(process.env.WAIT_S ?? 90) * 1000;

let browser;
const states = new Map();

export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // The map is drawn in software where there is no graphics card.
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/** Asks until the answer is one we can use; fails with `what` when it never is. */
export async function until(what, ask, timeoutMs = WAIT_MS) {
  const end = Date.now() + timeoutMs;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) assert.fail(`gave up waiting for ${what}; last: ${last}`);
    await pause(200);
  }
}

export async function newContext({ theme = "light", language = "nb", viewport, state } = {}) {
  const context = await (await openBrowser()).newContext({
    baseURL: BASE,
    viewport: viewport ?? { width: 1280, height: 800 },
    reducedMotion: "reduce",
    acceptDownloads: true,
    ...(state && { storageState: state }),
  });
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem("varde.theme", chosenTheme);
      localStorage.setItem("varde.language", chosenLanguage);
    },
    [theme, language],
  );
  return context;
}

export async function demoAccounts() {
  const context = await newContext();
  const options = await (await context.request.get("/api/v1/session/options")).json();
  await context.close();
  assert.equal(options.demo, true, "the tests need a demo server");
  return options.accounts;
}

/** A browser of its own for the nth person with a role. One session per person is reused through the whole run. */
export async function as(role, { nth = 0, ...options } = {}) {
  const key = `${role}/${nth}`;
  if (!states.has(key)) {
    const account = (await demoAccounts()).filter((a) => a.role === role)[nth];
    assert.ok(account, `no demo account ${key}`);
    const context = await newContext();
    const answer = await post(context, "/session", { account: account.account });
    assert.equal(answer.status(), 200);
    states.set(key, { state: await context.storageState(), account });
    await context.close();
  }
  const { state, account } = states.get(key);
  const context = await newContext({ ...options, state });
  const page = await context.newPage();
  return { context, page, account };
}

export const post = (context, path, data = {}) =>
  context.request.post(`/api/v1${path}`, { data, headers: { "X-Varde-Request": "console" } });

export async function get(context, path) {
  const answer = await context.request.get(`/api/v1${path}`);
  assert.ok(answer.ok(), `GET ${path}: ${answer.status()}`);
  return answer.json();
}

/** The case of a kind that the demo came with: those that tests make are newer. */
export const demoCase = async (context, kind) => (await get(context, "/cases")).items.findLast((one) => one.kind === kind);

/** Every item of a list, page by page. */
export async function all(context, path) {
  const items = [];
  let cursor = "";
  do {
    const page = await get(context, `${path}${path.includes("?") ? "&" : "?"}limit=200${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

/** An alarm from a home, with a known person, that nobody has taken. */
export const waitingAlarm = (context, accept = () => true) =>
  until("a waiting alarm", async () =>
    (await all(context, "/alarms?state=open&kind=alarm")).find(
      (alarm) => alarm.state === "waiting" && alarm.service_user_id && accept(alarm),
    ),
  );

/** The page is there when its heading is and nothing is loading. */
export async function settled(page) {
  await page.locator("h1").first().waitFor();
  await until("the page to finish loading", async () => (await page.locator(".loading").count()) === 0, 15_000);
}

/** No violation that axe finds, once nothing moves any more. */
export async function accessible(page, name) {
  await settled(page);
  await page.evaluate(() =>
    Promise.race([
      Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ]),
  );
  await shot(page, name);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  const list = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`));
  assert.deepEqual(list, [], name);
}

/** A page of steering: computed, accessible and no wider than the screen. */
export async function check(page, name) {
  await settled(page);
  await until("the computation to end", async () => (await page.locator(".run-progress").count()) === 0, 120_000);
  await accessible(page, name);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
}

export async function shot(page, name) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}
