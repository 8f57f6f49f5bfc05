// Reads statements from stdin and prints what xapi-validation has against them.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const validate = createRequire(import.meta.url)("xapi-validation").default;

for (const statement of JSON.parse(readFileSync(0, "utf-8"))) {
  for (const { path, typeName } of validate(statement, ["statement"])) console.log(statement.verb.id, path.join("."), typeName);
}
