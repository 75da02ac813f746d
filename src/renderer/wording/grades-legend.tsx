import {
  Credibility,
  credibilityBasis,
  credibilityMeaning,
  Reliability,
  reliabilityBasis,
  reliabilityMeaning,
} from "#contract/grades";

import styles from "./grades-legend.module.css";

const marks = Array.from(
  { length: (Credibility.maxValue ?? 0) - (Credibility.minValue ?? 0) + 1 },
  (_, index) => index + (Credibility.minValue ?? 0),
);

/** The words of the Admiralty code, at hand where sources are graded. */
export function GradesLegend() {
  return (
    <details className={styles.legend}>
      <summary>What the grades mean</summary>
      <p>
        The two marks are given independently and written together: B2 is information that is
        probably true from a source that is usually reliable. F and 6 mean unknown, not bad. After
        FM 2-22.3, appendix B.
      </p>
      <div className={styles.scales}>
        <Scale
          name="Reliability of the source"
          rows={Reliability.options.map((mark) => [
            mark,
            reliabilityMeaning[mark],
            reliabilityBasis[mark],
          ])}
        />
        <Scale
          name="Credibility of the information"
          rows={marks.map((mark) => [
            String(mark),
            credibilityMeaning[mark] ?? "",
            credibilityBasis[mark] ?? "",
          ])}
        />
      </div>
    </details>
  );
}

function Scale({
  name,
  rows,
}: {
  name: string;
  rows: readonly (readonly [string, string, string])[];
}) {
  return (
    <table>
      <caption>{name}</caption>
      <tbody>
        {rows.map(([mark, meaning, basis]) => (
          <tr key={mark}>
            <th scope="row">{mark}</th>
            <td>
              <b>{meaning}.</b> {basis}.
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
