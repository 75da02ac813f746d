import { create } from "zustand";

/** The export that is being written; there is one at a time. */
export type ExportJob = {
  /** Such as "PDF". */
  readonly name: string;
  readonly cancel: () => void;
};

export const useExportJob = create<{ readonly job: ExportJob | null }>(() => ({ job: null }));

/** Does long work that the user can cancel; null when it was. */
export async function asExportJob<Value>(
  name: string,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | null> {
  useExportJob.getState().job?.cancel();
  const stop = new AbortController();
  const job: ExportJob = { name, cancel: () => stop.abort() };
  useExportJob.setState({ job });
  const cancelled = new Promise<null>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  try {
    return await Promise.race([
      work(stop.signal).catch((error: unknown) => {
        // What fails because it was cancelled is no news.
        if (stop.signal.aborted) {
          return null;
        }
        throw error;
      }),
      cancelled,
    ]);
  } finally {
    if (useExportJob.getState().job === job) {
      useExportJob.setState({ job: null });
    }
  }
}
