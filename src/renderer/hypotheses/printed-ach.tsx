import { scoreWords } from "#contract/ach-words";

import type { AchFacts } from "./ach-facts.ts";
import { AchMethod } from "./ach-method.tsx";
import { Sensitivity } from "./sensitivity.tsx";

/** The whole table with its sensitivity and its method, for paper. */
export function PrintedAch({ facts, title }: { facts: AchFacts; title: string }) {
  const { hypotheses, rows } = facts;
  return (
    <>
      <h1>{title}: competing hypotheses</h1>
      <table>
        <thead>
          <tr>
            <th>Evidence</th>
            {hypotheses.map(({ claimId, letter, claim }) => (
              <th key={claimId}>
                {letter} <bdi>{claim.statement}</bdi>
              </th>
            ))}
            <th>Credibility</th>
            <th>Relevance</th>
            <th>Diagnosticity</th>
            <th>Without it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.claimId}>
              <th scope="row" dir="auto">
                {row.claim.statement}
              </th>
              {hypotheses.map(({ claimId }) => (
                <td key={claimId}>{row.ratings.get(claimId)}</td>
              ))}
              <td>{row.credibility}</td>
              <td>{row.relevance}</td>
              <td>{row.diagnosticity.toFixed(2)}</td>
              <td>{row.changesLeader ? row.without : "no change"}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Inconsistency</th>
            {hypotheses.map(({ claimId, inconsistency, leads }) => (
              <td key={claimId}>
                {scoreWords(inconsistency)}
                {leads && " leads"}
              </td>
            ))}
            <td colSpan={4}>least is least disproved</td>
          </tr>
          <tr>
            <th scope="row">Weighted inconsistency</th>
            {hypotheses.map(({ claimId, weightedInconsistency }) => (
              <td key={claimId}>{scoreWords(weightedInconsistency)}</td>
            ))}
            <td colSpan={4}>nearest to 0 is least disproved</td>
          </tr>
        </tbody>
      </table>
      <h2>What the conclusion rests on</h2>
      <Sensitivity facts={facts} />
      <h2>How it is worked out</h2>
      <AchMethod />
    </>
  );
}
