import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Builds the recorder; null, after a line that says why, where that is not possible. */
export function buildRecorder(folder: string): string | null {
  if (process.platform !== "linux") {
    process.stdout.write("SKIPPED: power cuts and disk faults are simulated on Linux only.\n");
    return null;
  }
  const library = join(folder, "iolog.so");
  const source = fileURLToPath(new URL("../../../torture/powercut/iolog.c", import.meta.url));
  const { status } = spawnSync(
    "gcc",
    ["-O2", "-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"],
    { stdio: "inherit" },
  );
  if (status !== 0) {
    process.stdout.write("SKIPPED: power cuts and disk faults need gcc.\n");
    return null;
  }
  return library;
}
