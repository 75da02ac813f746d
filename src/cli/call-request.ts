import { text } from "node:stream/consumers";

import { UsageError } from "./parse-command.ts";
import { failureOf, openDoor } from "./project-door.ts";
import { writeOut } from "./write-out.ts";

/** Sends one request and prints the value of its answer as one line of JSON. @throws Failure, UsageError */
export async function callRequest(
  project: string,
  request: string,
  json: string | null,
): Promise<number> {
  const input = parseInput(json === "-" ? await text(process.stdin) : (json ?? "{}"));
  const door = await openDoor(project, { mustExist: true });
  try {
    const reply = await door.dispatch(request, input);
    if (!reply.ok) {
      throw failureOf(reply);
    }
    await writeOut(`${JSON.stringify(reply.value)}\n`);
  } finally {
    door.close();
  }
  return 0;
}

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError("The input is not JSON.", { cause: error });
  }
}
