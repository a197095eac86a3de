import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { deflateSync } from "node:zlib";
import { as, closeBrowser, settled, shot, until, waitingAlarm } from "./lib.mjs";

after(closeBrowser);

const PORT = Number(process.env.TILE_PORT);

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let k = 0; k < 8; k += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length);
  out.write(type, 4, "ascii");
  data.copy(out, 8);
  out.writeUInt32BE(crc(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

/** A 256 x 256 PNG of one colour. */
function tile([red, green, blue]) {
  const head = Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array(256).fill(Buffer.from([red, green, blue])))]);
  const rows = deflateSync(Buffer.concat(Array(256).fill(row)));
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** The colour of a picture a little in from its lower left corner, away from buttons and marker. */
const pixel = (page, png) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    return [...canvas.getImageData(30, bitmap.height - 40, 1, 1).data];
  }, png.toString("base64"));

async function openAlarm() {
  const { context, page } = await as("operator");
  const refused = [];
  page.on("console", (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
  const alarm = await waitingAlarm(context);
  await page.goto(`/alarms/${alarm.id}`);
  await settled(page);
  await page.locator(".home-map").scrollIntoViewIfNeeded();
  return { context, page, refused };
}

test("the alarm's map is made of the configured tiles", async () => {
  const asked = new Set();
  const picture = tile([40, 160, 90]);
  const tiles = createServer((request, answer) => {
    asked.add(request.url);
    answer.writeHead(200, { "Content-Type": "image/png", "Access-Control-Allow-Origin": "*" });
    answer.end(picture);
  });
  await new Promise((resolve) => tiles.listen(PORT, "127.0.0.1", resolve));
  try {
    const { context, page, refused } = await openAlarm();
    await page.locator(".map-canvas.drawn").waitFor();
    assert.ok(asked.size > 0);
    for (const url of asked) assert.match(url, /^\/1[56]\/\d+\/\d+\.png$/);
    await page.getByText("© Prøvekart").waitFor({ state: "attached" });
    await until("the tiles to be seen", async () => {
      const [red, green, blue] = await pixel(page, await page.locator(".map-canvas").screenshot());
      return (red < 80 && green > 120 && blue < 130) || Promise.reject(new Error(`${red} ${green} ${blue}`));
    });
    await shot(page, "map-tiles");
    assert.deepEqual(refused.filter((text) => text.includes(String(PORT))), []);
    await context.close();
  } finally {
    tiles.closeAllConnections();
    await new Promise((resolve) => tiles.close(resolve));
  }
});

test("when no tile comes, the coast and the home's point stand there instead of an empty box", async () => {
  const { context, page } = await openAlarm();
  await page.locator(".home-map .map-note").waitFor();
  assert.equal(await page.locator(".map-canvas").count(), 0);
  await page.locator(".home-map .coast .coast-home").waitFor();
  assert.ok((await page.locator(".home-map .coast .coast-land").getAttribute("d")).length > 100);
  await shot(page, "map-no-network");
  await context.close();
});
