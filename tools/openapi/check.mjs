// Validates an OpenAPI 3.1 document read from standard input, and what its schema cannot say: unique operation ids, a summary
// and an error answer on every operation.
import { Validator } from "@seriousme/openapi-schema-validator";
import { readFileSync } from "node:fs";

const document = JSON.parse(readFileSync(0, "utf8"));
const problems = [];
const result = await new Validator().validate(structuredClone(document));
if (!result.valid) problems.push(JSON.stringify(result.errors, null, 2));
if (!String(document.openapi).startsWith("3.1")) problems.push(`openapi is ${document.openapi}, not 3.1`);

const seen = new Set();
let operations = 0;
for (const [path, methods] of Object.entries(document.paths ?? {})) {
  for (const [method, operation] of Object.entries(methods)) {
    if (!["get", "post", "put", "delete", "patch"].includes(method)) continue;
    operations += 1;
    const name = `${method.toUpperCase()} ${path}`;
    if (!operation.summary) problems.push(`${name}: no summary`);
    if (operation.operationId && seen.has(operation.operationId)) problems.push(`${name}: operationId is used twice`);
    seen.add(operation.operationId);
    const answers = Object.keys(operation.responses ?? {});
    // What asks for nothing, of nobody, has nothing to refuse.
    const open = method === "get" && !operation.security?.length && !operation.parameters?.length;
    if (!open && !answers.some((code) => code.startsWith("4"))) problems.push(`${name}: no error answer`);
  }
}
if (operations === 0) problems.push("no operations");
for (const problem of problems) console.log(problem);
console.log(`openapi: ${operations} operations, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
