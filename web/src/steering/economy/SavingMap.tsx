import type { MultiPolygon } from "geojson";
import { useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { loadCoast } from "../../ui/map/coast";
import { project } from "../../ui/map/projection";
import { signed } from "./money";
import { seats } from "./places";
import type { Alternative, AlternativeMunicipality } from "./types";

const WIDTH = 430;
const HEIGHT = 560;
const MARGIN = 56;
const SMALLEST = 5;
const LARGEST = 26;

interface Placed extends AlternativeMunicipality {
  x: number;
  y: number;
  r: number;
}

/** Scales the map so that all places are on it. */
function frameOf(points: [number, number][]) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / (right - left || 1e-6), (HEIGHT - 2 * MARGIN) / (bottom - top || 1e-6));
  return ([x, y]: [number, number]): [number, number] => [
    (x - (left + right) / 2) * scale + WIDTH / 2,
    (y - (top + bottom) / 2) * scale + HEIGHT / 2,
  ];
}

/** Who saves and who loses, where they are. */
export function SavingMap({ alternative, path }: { alternative: Alternative; path?: ((number: number) => string) | undefined }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const [coast, setCoast] = useState<MultiPolygon | null>(null);
  useEffect(() => {
    loadCoast().then(setCoast, () => setCoast(null));
  }, []);
  const known = useMemo(() => alternative.municipalities.filter((m) => seats[m.number]), [alternative]);
  const unknown = alternative.municipalities.filter((m) => !seats[m.number]);
  const toFrame = useMemo(() => frameOf(known.map((m) => project(...seats[m.number]!))), [known]);
  const outline = useMemo(() => (coast && known.length > 0 ? outlineOf(coast, toFrame) : ""), [coast, toFrame, known]);
  const placed = useMemo(() => {
    const most = Math.max(1, ...known.map((m) => Math.abs(m.saving.ore)));
    return known
      .map((m): Placed => {
        const [x, y] = toFrame(project(...seats[m.number]!));
        return { ...m, x, y, r: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.abs(m.saving.ore) / most) };
      })
      .sort((a, b) => b.r - a.r);
  }, [known, toFrame]);
  const saving = alternative.municipalities.filter((m) => m.saving.ore >= 0).length;
  return (
    <Panel title={words.map} className="saving-map">
      {placed.length > 0 && (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={words.mapSummary(saving, alternative.municipalities.length - saving)}
        >
          <rect width={WIDTH} height={HEIGHT} className="coast-sea" />
          <path d={outline} className="coast-land" />
          {placed.map((m) => (
            <g key={m.number} className={m.saving.ore >= 0 ? "map-gain" : "map-loss"}>
              <circle cx={m.x} cy={m.y} r={m.r} />
              <title>{`${m.name}: ${signed(m.saving.ore, language)}`}</title>
            </g>
          ))}
          {placed.map((m) => (
            <text key={m.number} x={m.x} y={m.y - m.r - 3} className="map-name" aria-hidden="true">
              {m.name}
            </text>
          ))}
        </svg>
      )}
      {unknown.length > 0 && (
        <ul className="municipality-tiles">
          {unknown.map((m) => (
            <li key={m.number} className={m.saving.ore >= 0 ? "tile-gain" : "tile-loss"}>
              {path ? <Link to={path(m.number)}>{m.name}</Link> : m.name}
              <span className="num">{signed(m.saving.ore, language)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="subtle small">
        {words.mapSummary(saving, alternative.municipalities.length - saving)} {words.gains}
      </p>
    </Panel>
  );
}

/** Only the land that can be seen is drawn. */
function outlineOf(coast: MultiPolygon, toFrame: (point: [number, number]) => [number, number]): string {
  const near = ([x, y]: [number, number]) => x > -WIDTH && x < 2 * WIDTH && y > -HEIGHT && y < 2 * HEIGHT;
  let path = "";
  for (const polygon of coast.coordinates)
    for (const ring of polygon) {
      const points = ring.map(([lon = 0, lat = 0]) => toFrame(project(lon, lat)));
      if (points.some(near)) path += `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
    }
  return path;
}
