import { Suspense, lazy, useCallback, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { useTheme } from "../../app/theme";
import { useSession } from "../../tenancy/session";
import { CoastSvg } from "./CoastSvg";

const GlMap = lazy(() => import("./GlMap"));

let webGl: boolean | undefined;

function hasWebGl(): boolean {
  webGl ??= !!document.createElement("canvas").getContext("webgl2");
  return webGl;
}

/** Where a home is, or that it is not known. */
export function AddressMap({ lat, lon, label }: { lat: number | null; lon: number | null; label: string }) {
  const { t } = useLanguage();
  if (lat === null || lon === null) return <p className="subtle">{t.workspace.noPosition}</p>;
  return <HomeMap lat={lat} lon={lon} label={label} />;
}

/** A place on the map. With map tiles when they are configured, else the coast; never an empty box. */
export function HomeMap({ lat, lon, label }: { lat: number; lon: number; label: string }) {
  const { t } = useLanguage();
  const { map } = useSession();
  const { scheme } = useTheme();
  const [failed, setFailed] = useState(!hasWebGl());
  const onFailed = useCallback(() => setFailed(true), []);
  return (
    <figure className="home-map" aria-label={t.workspace.mapOf(label)}>
      <CoastSvg lat={lat} lon={lon} />
      {!failed && (
        <Suspense fallback={null}>
          <GlMap lat={lat} lon={lon} source={map} scheme={scheme} onFailed={onFailed} />
        </Suspense>
      )}
      {(!map || failed) && <figcaption className="map-note">{t.workspace.mapOffline}</figcaption>}
    </figure>
  );
}
