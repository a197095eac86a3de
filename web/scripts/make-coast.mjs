// Cuts the world's land down to the Norwegian coast, so that the console can draw a map with no network
// without carrying the whole world in its bundle.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";

const BOX = { west: 2, south: 57, east: 33, north: 72 };
const DECIMALS = 3; // about 50 m here; the source is drawn for 1:10 million

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve("world-atlas/land-10m.json"), "utf8"));
const target = fileURLToPath(new URL("../src/ui/map/coast.json", import.meta.url));

/** One side of the Sutherland-Hodgman clip. `at` is where the segment a-b crosses the side. */
function clipSide(ring, inside, at) {
  const out = [];
  ring.forEach((point, i) => {
    const previous = ring[(i + ring.length - 1) % ring.length];
    if (inside(point)) {
      if (!inside(previous)) out.push(at(previous, point));
      out.push(point);
    } else if (inside(previous)) out.push(at(previous, point));
  });
  return out;
}

const crossX = (x) => (a, b) => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
const crossY = (y) => (a, b) => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y];

/** The source is sewn together at 180 degrees; a ring that goes on eastwards must not jump back across the map. */
function unwrap(ring) {
  let turn = 0;
  const out = ring.map(([x, y], i) => {
    const previous = i > 0 ? ring[i - 1][0] : x;
    if (x - previous > 180) turn -= 360;
    if (x - previous < -180) turn += 360;
    return [x + turn, y];
  });
  // Where the ring began decides which turn it is on; its middle must be on ours.
  const middle = out.reduce((sum, [x]) => sum + x, 0) / out.length;
  const back = Math.round(middle / 360) * 360;
  return out.map(([x, y]) => [x - back, y]);
}

function clipRing(ring) {
  let out = unwrap(ring).slice(0, -1);
  out = clipSide(out, (p) => p[0] >= BOX.west, crossX(BOX.west));
  out = clipSide(out, (p) => p[0] <= BOX.east, crossX(BOX.east));
  out = clipSide(out, (p) => p[1] >= BOX.south, crossY(BOX.south));
  out = clipSide(out, (p) => p[1] <= BOX.north, crossY(BOX.north));
  const rounded = out.map((p) => p.map((n) => Number(n.toFixed(DECIMALS))));
  const distinct = rounded.filter((p, i) => i === 0 || p[0] !== rounded[i - 1][0] || p[1] !== rounded[i - 1][1]);
  return distinct.length < 3 ? null : [...distinct, distinct[0]];
}

const land = feature(world, world.objects.land);
const polygons = land.features.flatMap((f) => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates));
const coordinates = polygons.map((rings) => rings.map(clipRing).filter(Boolean)).filter((rings) => rings.length > 0);

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify({ type: "MultiPolygon", coordinates }));
console.log(`coast.json: ${coordinates.length} pieces of land`);
