import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Starts the browser host and stays with it. Returns its exit status. */
export function openProject(options: {
  readonly project: string | null;
  readonly port: string | null;
  readonly open: boolean;
}): Promise<number> {
  const isBuilt = !import.meta.url.endsWith(".ts");
  const entry = isBuilt ? "./browser-host.js" : "../browser-host/index.ts";
  const host = spawn(
    process.execPath,
    [
      fileURLToPath(new URL(entry, import.meta.url)),
      ...(options.project === null ? [] : [`--project=${options.project}`]),
      ...(options.port === null ? [] : [`--port=${options.port}`]),
      ...(options.open ? [] : ["--no-open"]),
    ],
    { stdio: "inherit" },
  );
  // The terminal sends Ctrl+C to both; the host ends in order, and we wait for it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => host.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    host.on("error", reject);
    host.on("exit", (code) => resolve(code ?? 1));
  });
}
