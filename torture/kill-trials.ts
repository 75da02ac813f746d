import { join } from "node:path";

const killsOfProject = 25;

export type Tally = {
  /** Changes of which a user had been told that they are saved. */
  acknowledged: number;
  lost: number;
  refused: number;
  faults: number;
  trials: number;
};

/** Whether a new project is begun with this trial. */
export function isFirst(trial: number): boolean {
  return trial % killsOfProject === 0;
}

/** One project is killed again and again, but does not grow without end. */
export function fileOf(folder: string, trial: number): string {
  return join(folder, `p${Math.floor(trial / killsOfProject)}.corroboard`);
}
