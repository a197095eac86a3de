import "maplibre-gl/dist/maplibre-gl.css";
import {
  AttributionControl,
  Map as GlMapView,
  Marker,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import type { MapSource } from "../../api/types";
import { loadCoast } from "./coast";
import { OUTLINE_ZOOM, places } from "./projection";
// The worker is served from our own address: the security policy allows no other scripts.
import workerUrl from "../../../node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs?url";

setWorkerUrl(new URL(workerUrl, window.location.href).href);

const colours = {
  light: { sea: "#d5e3ee", land: "#f4f2ec", shore: "#8fa3b3" },
  dark: { sea: "#101a24", land: "#26303a", shore: "#5d7183" },
};

async function styleFor(source: MapSource | null, scheme: "light" | "dark"): Promise<StyleSpecification> {
  const paint = colours[scheme];
  if (source)
    return {
      version: 8,
      sources: { tiles: { type: "raster", tiles: [source.tile_url], tileSize: 256, attribution: source.attribution } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": paint.sea } },
        // Tiles are drawn for daylight; at night they are dimmed so that the map does not blind.
        { id: "tiles", type: "raster", source: "tiles", paint: { "raster-brightness-max": scheme === "dark" ? 0.65 : 1 } },
      ],
    };
  return {
    version: 8,
    sources: { coast: { type: "geojson", data: await loadCoast() } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": paint.sea } },
      { id: "land", type: "fill", source: "coast", paint: { "fill-color": paint.land } },
      { id: "shore", type: "line", source: "coast", paint: { "line-color": paint.shore, "line-width": 1 } },
    ],
  };
}

function placeMarker(name: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "map-place";
  element.textContent = name;
  return element;
}

interface Props {
  lat: number;
  lon: number;
  source: MapSource | null;
  scheme: "light" | "dark";
  onFailed: () => void;
}

/** The map proper. Loaded apart from the rest, since it is large. */
export default function GlMap({ lat, lon, source, scheme, onFailed }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let map: GlMapView | null = null;
    let gone = false;
    styleFor(source, scheme)
      .then((style) => {
        if (gone || !box.current) return;
        map = new GlMapView({
          container: box.current,
          style,
          center: [lon, lat],
          zoom: source ? 15 : OUTLINE_ZOOM,
          minZoom: 4,
          maxZoom: source ? 18 : 11,
          attributionControl: false,
          // The wheel scrolls the page; the buttons and pinching zoom.
          scrollZoom: false,
          dragRotate: false,
          // Keys belong to the alarm's actions; the map only shows a place.
          keyboard: false,
        });
        // Until it has drawn something, the plain outline beneath is the better map; and it stays the
        // better one when no tile comes.
        let tiles = 0;
        map.on("data", (event) => {
          if (event.dataType === "source" && event.tile?.hasData()) tiles += 1;
        });
        map.once("idle", () => {
          if (gone) return;
          if (source && tiles === 0) onFailed();
          else setDrawn(true);
        });
        map.addControl(new NavigationControl({ showCompass: false }), "top-right");
        if (source) map.addControl(new AttributionControl({ compact: true }));
        const home = document.createElement("span");
        home.className = "map-home";
        new Marker({ element: home }).setLngLat([lon, lat]).addTo(map);
        if (!source)
          for (const [name, x, y] of places)
            new Marker({ element: placeMarker(name), anchor: "left" }).setLngLat([x, y]).addTo(map);
      })
      .catch(onFailed);
    return () => {
      gone = true;
      map?.remove();
    };
  }, [lat, lon, source, scheme, onFailed]);
  return <div ref={box} className={drawn ? "map-canvas drawn" : "map-canvas"} />;
}
