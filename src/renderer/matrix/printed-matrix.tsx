import { statusInForce } from "#contract/claim";

import { statusWords } from "../claims/status-words.ts";
import { cellWords } from "./cell-words.ts";
import type { MatrixFacts } from "./matrix-facts.ts";

/** The whole matrix as a table, for paper. */
export function PrintedMatrix({ facts, title }: { facts: MatrixFacts; title: string }) {
  const { rows, articles, brackets, checkedCount, cellCount } = facts;
  return (
    <>
      <h1>{title}: what each article says about each claim</h1>
      <p>
        {Object.values(cellWords)
          .filter(({ sign }) => sign !== "")
          .map(({ sign, word }) => `${sign} ${word.toLowerCase()}`)
          .join("   ")}
        {"   "}blank: not yet checked. {checkedCount} of {cellCount} checked.
      </p>
      <table>
        <thead>
          {brackets.some(({ originId }) => originId !== null) && (
            <tr>
              <td colSpan={2}>{""}</td>
              {brackets.map(({ originId, name, count }, at) => (
                <th key={at} colSpan={count}>
                  {originId === null ? "" : `One origin: ${name}`}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th>Claim</th>
            <th>Status</th>
            {articles.map(({ id, outlet, title: name, reliability }) => (
              <th key={id}>
                <bdi>{outlet ?? name}</bdi> {reliability}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ claim, cells }) => (
            <tr key={claim.id}>
              <th scope="row" dir="auto">
                {claim.statement}
              </th>
              <td>
                {statusWords[statusInForce(claim)].word}
                {claim.statusOverride !== null &&
                  ` (computed: ${statusWords[claim.status].word.toLowerCase()})`}
              </td>
              {articles.map(({ id }) => (
                <td key={id}>{cellWords[cells.get(id)?.state ?? "unchecked"].sign}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
