// One way to talk to the server: the session cookie follows by itself, writes carry the console's guard header,
// and every refusal becomes an ApiProblem with the server's own words.

const BASE = "/api/v1";

export type Query = Record<string, string | number | undefined | null | string[]>;

export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** The last part of the problem's type, e.g. "alarm-taken"; "network" when no answer came. */
    readonly slug: string,
    title: string,
    readonly detail: string,
    readonly extras: Record<string, unknown> = {},
  ) {
    super(title);
  }
}

/** The address of a resource, without empty parameters; lists become one comma-separated value. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text !== undefined && text !== null && text !== "") parameters.set(name, String(text));
  }
  const search = parameters.toString();
  return `${BASE}${path}${search ? `?${search}` : ""}`;
}

async function readProblem(response: Response): Promise<ApiProblem> {
  try {
    const { type = "", title = "", status = response.status, detail = "", ...extras } = await response.json();
    return new ApiProblem(status, String(type).split("/").pop() ?? "", title, detail, extras);
  } catch {
    return new ApiProblem(response.status, "unknown", response.statusText, "");
  }
}

async function answerOf(method: string, url: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") headers["X-Varde-Request"] = "console";
  const file = body instanceof Blob;
  if (body !== undefined) headers["Content-Type"] = file ? "application/octet-stream" : "application/json";
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new ApiProblem(0, "network", "", "");
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const text = await (await answerOf(method, url, body)).text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, query?: Query) => send<T>("GET", address(path, query)),
  post: <T>(path: string, body: unknown = {}) => send<T>("POST", address(path), body),
  bytes: async (path: string, query?: Query) => (await answerOf("GET", address(path, query))).blob(),
  /** A file as it is. */
  upload: <T>(path: string, file: Blob) => send<T>("POST", address(path), file),
  delete: (path: string) => send<void>("DELETE", address(path)),
};
