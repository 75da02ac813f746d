import type { Fault } from "#contract/check";

/** What a rescue saved, and every loss that it knows of. */
export type RescueReport = {
  readonly saved: {
    readonly articles: number;
    readonly highlights: number;
    readonly claims: number;
  };
  readonly changes: number;
  /** One sentence for each thing that was done to save more. */
  readonly repairs: readonly string[];
  /** One sentence for each loss. Quotes and statements that are lost stand in it. */
  readonly losses: readonly string[];
  /** What a check of the new project finds; empty when it is sound. */
  readonly faults: readonly Fault[];
};

/** For a file beside the new project: plain text, one line for each sentence. */
export function textOfReport(report: RescueReport): string {
  const { saved, changes, repairs, losses, faults } = report;
  const section = (title: string, lines: readonly string[]) => [
    "",
    `${title}: ${lines.length === 0 ? "none" : lines.length}`,
    ...lines.map((line) => `- ${line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")}`),
  ];
  return [
    `Saved: ${saved.articles} articles, ${saved.highlights} highlights, ${saved.claims} claims, ${changes} changes of the journal.`,
    ...section("Repaired", repairs),
    ...section("Lost", losses),
    ...section(
      "Found wrong in the new project",
      faults.map(({ message }) => message),
    ),
    "",
  ].join("\n");
}
