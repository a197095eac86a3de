/** Web Mercator, as the map tiles use it, in units of the whole world = 1. */
export function project(lon: number, lat: number): [number, number] {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** How near the outline is seen: the home, and enough coast and names to know where that is. */
export const OUTLINE_ZOOM = 7;

/** The seats of the municipalities around the Helgeland coast, so that a bare coastline has names to steer by. */
export const places: [name: string, lon: number, lat: number][] = [
  ["Terråk", 12.3747, 65.0867],
  ["Vik", 12.17722, 65.32361],
  ["Brønnøysund", 12.21196, 65.4749],
  ["Gladstad", 11.95778, 65.67528],
  ["Forvika", 12.51861, 65.66833],
  ["Silvalen", 12.28916, 65.98427],
  ["Sandnessjøen", 12.63333, 66.01667],
  ["Leland", 12.8945, 66.0785],
  ["Mosjøen", 13.2, 65.83333],
  ["Trofors", 13.4, 65.535],
  ["Hattfjelldal", 13.9886, 65.5969],
  ["Solfjellsjøen", 12.4707, 66.0905],
  ["Nesna", 13.0206, 66.1988],
  ["Korgen", 13.8247, 66.0758],
  ["Mo i Rana", 14.16667, 66.31667],
  ["Onøya", 12.855, 66.43194],
  ["Husøy", 12.08, 66.5036],
  ["Vågaholmen", 13.2, 66.705],
];
