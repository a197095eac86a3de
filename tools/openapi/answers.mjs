// Asks a running demo server what is wrong in every way that every operation can be asked, and holds that each answer is one
// that the document names for the operation: its status, and problem+json for what is refused.
//   node answers.mjs http://127.0.0.1:8080 < openapi.json
import { readFileSync } from "node:fs";

const base = process.argv[2];
const document = JSON.parse(readFileSync(0, "utf8"));
const NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const write = { "X-Varde-Request": "answers", "Content-Type": "application/json" };

async function session(account) {
  const answer = await fetch(`${base}/api/v1/session`, { method: "POST", headers: write, body: JSON.stringify({ account }) });
  return answer.headers.get("set-cookie").split(";")[0];
}

const { accounts } = await (await fetch(`${base}/api/v1/session/options`)).json();
const roles = new Map(accounts.map((one) => [one.role, one.account]));
const cookies = [];
for (const account of roles.values()) cookies.push(await session(account));

/** Who asks: nobody, somebody with a bad key, a page of another site, and every role. */
const askers = [
  ["nobody", write],
  ["a wrong key", { ...write, Authorization: "Bearer nonsense" }],
  ["another site", { Cookie: cookies[0], "Content-Type": "application/json" }],
  ...cookies.map((cookie, i) => [[...roles.keys()][i], { ...write, Cookie: cookie }]),
];
/** What is sent where a body is expected: nothing we would act on. */
const bodies = ["", "[]", "{", '{"nonsense":1}', `"${"x".repeat(2 * 1024 * 1024)}"`];
const paths = (path) =>
  path.includes("{") ? [path.replace(/\{.*\}/, NOBODY), path.replace(/\{.*\}/, "nonsense"), path.replace(/\{.*\}/, "%00")] : [path];

let asked = 0;
const problems = new Set();
for (const [path, operations] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    // Signing out would end the session that the next question needs.
    if (operation.operationId === "delete_session") continue;
    for (const [who, headers] of askers) {
      for (const at of paths(path)) {
        for (const query of operation.parameters?.some((p) => p.in === "query") ? ["", "?limit=x&from=x&state=x&q=x"] : [""]) {
          for (const body of operation.requestBody ? bodies : [undefined]) {
            const answer = await fetch(base + at + query, { method: method.toUpperCase(), headers, body });
            await answer.arrayBuffer();
            asked += 1;
            const described = operation.responses[answer.status];
            const name = `${method.toUpperCase()} ${path}`;
            if (!described) problems.add(`${name}: ${answer.status} (asked by ${who}) is not described`);
            const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
            const named = Object.keys(described?.content ?? {});
            if (described && named.length > 0 && !named.includes(type))
              problems.add(`${name}: ${answer.status} comes as ${type || "nothing"}, described as ${named}`);
          }
        }
      }
    }
  }
}
for (const problem of problems) console.log(problem);
console.log(`openapi: ${asked} answers, ${problems.size} that are not described`);
process.exit(problems.size || asked === 0 ? 1 : 0);
