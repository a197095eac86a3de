import type { MultiPolygon } from "geojson";
import coastUrl from "./coast.json?url";

let loading: Promise<MultiPolygon> | undefined;

/** The Norwegian coast, cut from world-atlas when the console is built; fetched once, when the first map is shown. */
export function loadCoast(): Promise<MultiPolygon> {
  loading ??= fetch(coastUrl).then((response) => {
    if (!response.ok) throw new Error("coast");
    return response.json() as Promise<MultiPolygon>;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
