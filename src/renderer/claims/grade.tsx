import { credibilityMeaning, gradeOf, reliabilityMeaning } from "#contract/grades";
import type { Reliability } from "#contract/grades";

import styles from "./grade.module.css";

/** "B2", with what both marks mean on hover. Credibility that nobody gave reads as 6, unknown. */
export function Grade(properties: { reliability: Reliability; credibility: number | null }) {
  const { reliability, credibility } = properties;
  const mark = credibility ?? 6;
  const words = `${reliability}: ${reliabilityMeaning[reliability]}. ${mark}: ${credibilityMeaning[mark] ?? ""}${credibility === null ? " (not graded yet)" : ""}`;
  return (
    <abbr className={styles.grade} title={words}>
      {gradeOf(reliability, credibility)}
    </abbr>
  );
}
