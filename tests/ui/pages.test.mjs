import assert from "node:assert/strict";
import { after, test } from "node:test";
import { accessible, all, as, closeBrowser, get, newContext, settled, shot, waitingAlarm } from "./lib.mjs";

after(closeBrowser);

async function addresses() {
  const { context } = await as("operator");
  const alarm = await waitingAlarm(context);
  await context.close();
  const coordinator = await as("coordinator");
  const [user] = await all(coordinator.context, "/service-users");
  const { municipalities } = await get(coordinator.context, "/session");
  await coordinator.context.close();
  return {
    operator: [
      ["queue", "/"],
      ["wall", "/wall"],
      ["alarm", `/alarms/${alarm.id}`],
      ["history", "/history"],
      ["search", `/search?q=${encodeURIComponent(alarm.municipality_name)}`],
      ["devices", "/devices"],
      ["device", `/devices/${alarm.device_id}`],
      ["municipalities", "/municipalities"],
      ["municipality", `/municipalities/${alarm.municipality}`],
      ["figures", "/figures"],
      ["not-found", "/no-such-page"],
    ],
    coordinator: [
      ["coordinator-municipality", `/municipalities/${municipalities[0].number}`],
      ["coordinator-users", "/service-users"],
      ["coordinator-user", `/service-users/${user.id}`],
      ["coordinator-devices", "/devices"],
    ],
    leader: [
      ["leader-figures", "/figures?period=week"],
      ["leader-outbox", "/outbox"],
      ["leader-forbidden", "/history"],
    ],
  };
}

for (const theme of ["light", "dark"]) {
  test(`no page has a WCAG 2.1 A or AA violation that axe finds (${theme})`, async (t) => {
    const signIn = await newContext({ theme });
    const page = await signIn.newPage();
    await page.goto("/sign-in");
    await accessible(page, `sign-in-${theme}`);
    await signIn.close();
    for (const [role, list] of Object.entries(await addresses())) {
      const person = await as(role, { theme });
      for (const [name, path] of list) {
        await t.test(name, async () => {
          await person.page.goto(path);
          await accessible(person.page, `${name}-${theme}`);
        });
      }
      await person.context.close();
    }
  });
}

test("the dialogs of an alarm have no violation either, and fit a small desk", async () => {
  const { context, page } = await as("operator");
  const alarm = await waitingAlarm(context);
  await page.goto(`/alarms/${alarm.id}`);
  await settled(page);
  await page.keyboard.press("t");
  await page.getByText("Du har alarmen", { exact: true }).waitFor();
  for (const [key, title, name] of [
    ["s", "Send til utrykker", "dialog-send"],
    ["n", "Nytt notat", "dialog-note"],
    ["o", "Overlever alarmen", "dialog-hand-over"],
    ["l", "Lukk alarmen", "dialog-close"],
  ]) {
    // A key pressed while the dialog before it is still going away does nothing, so it is pressed until it does.
    const heading = page.getByRole("dialog").getByRole("heading", { name: title });
    for (let i = 0; i < 20 && !(await heading.isVisible()); i += 1) {
      await page.keyboard.press(key);
      await heading.waitFor({ timeout: 1000 }).catch(() => {});
    }
    await heading.waitFor();
    await accessible(page, name);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.keyboard.press("g");
  await page.getByText("Ingen har tatt alarmen").waitFor();
  await context.close();
});

test("large screens: the queue, an alarm and the wall at 1920x1080", async () => {
  const { context, page } = await as("operator", { theme: "dark", viewport: { width: 1920, height: 1080 } });
  const alarm = await waitingAlarm(context);
  for (const [name, path] of [
    ["queue", "/"],
    ["alarm", `/alarms/${alarm.id}`],
    ["wall", "/wall"],
  ]) {
    await page.goto(path);
    await settled(page);
    await shot(page, `${name}-1920`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
  }
  await context.close();
});
