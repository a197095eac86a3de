import type { MultiPolygon } from "geojson";
import { useEffect, useMemo, useState } from "react";
import { loadCoast } from "./coast";
import { OUTLINE_ZOOM, places, project } from "./projection";

const WIDTH = 480;
const HEIGHT = 300;

/** The same map drawn by hand, for machines without WebGL. */
export function CoastSvg({ lat, lon, zoom = OUTLINE_ZOOM }: { lat: number; lon: number; zoom?: number }) {
  const [coast, setCoast] = useState<MultiPolygon | null>(null);
  useEffect(() => {
    loadCoast().then(setCoast, () => setCoast(null));
  }, []);
  const scale = 512 * 2 ** zoom;
  const [cx, cy] = project(lon, lat);
  const at = (x: number, y: number): [number, number] => {
    const [px, py] = project(x, y);
    return [(px - cx) * scale + WIDTH / 2, (py - cy) * scale + HEIGHT / 2];
  };
  const path = useMemo(
    () =>
      (coast?.coordinates ?? [])
        .flatMap((rings) =>
          rings.map((ring) => `M${ring.map(([x = 0, y = 0]) => at(x, y).map((n) => n.toFixed(1)).join(",")).join("L")}Z`),
        )
        .join(""),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [coast, lat, lon, zoom],
  );
  return (
    <svg className="coast" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width={WIDTH} height={HEIGHT} className="coast-sea" />
      <path d={path} className="coast-land" />
      {places.map(([name, x, y]) => {
        const [px, py] = at(x, y);
        return (
          <g key={name} className="coast-place">
            <circle cx={px} cy={py} r={2} />
            <text x={px + 5} y={py + 3}>
              {name}
            </text>
          </g>
        );
      })}
      <circle cx={WIDTH / 2} cy={HEIGHT / 2} r={8} className="coast-home" />
    </svg>
  );
}
