import { conclusionOfAch, lettersOf, scoreWords } from "#contract/ach-words";
import type { BoardId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useBriefing } from "./briefing-state.ts";
import { useCitationFacts } from "./citation-facts.ts";
import type { Figure } from "./editor/figure-node.tsx";

import styles from "./figure-view.module.css";

const signs = {
  supports: "+",
  disputes: "−",
  qualifies: "≈",
  mentions: "·",
  mixed: "±",
  silent: "○",
} as const;

/** What the project draws, as it is now. */
export function FigureView({ nodeKey, figure }: { nodeKey: string; figure: Figure }) {
  const isSelected = useBriefing((state) => state.citationKey === nodeKey);
  return (
    <figure
      className={styles.figure}
      data-node-key={nodeKey}
      data-selected={isSelected ? "" : undefined}
      contentEditable={false}
    >
      {figure.kind === "matrix" ? (
        <Matrix boardId={figure.boardId} />
      ) : figure.kind === "board" ? (
        <BoardPicture boardId={figure.boardId} />
      ) : (
        <Ach />
      )}
    </figure>
  );
}

function Matrix({ boardId }: { boardId: Extract<Figure, { kind: "matrix" }>["boardId"] }) {
  const { claims, articles } = useCitationFacts();
  const matrix = useRequest("coverage.matrix", {}).data;
  const board = useRequest("board.read", boardId === null ? null : { boardId }).data;
  const onBoard = new Set(
    board?.cards.flatMap(({ subject }) => (subject.kind === "claim" ? [subject.claimId] : [])),
  );
  if (claims === null || articles === null || matrix === undefined) {
    return <p>Drawing the table</p>;
  }
  const rows = [...claims.values()].filter(({ id }) => boardId === null || onBoard.has(id));
  const states = new Map(
    matrix.cells.map(({ claimId, articleId, state }) => [`${claimId} ${articleId}`, state]),
  );
  return (
    <>
      <figcaption className={styles.caption}>Claims and sources, as they are now</figcaption>
      {/* A scrolling region is reachable by keyboard. */}
      <div
        className={styles.scroll}
        role="region"
        aria-label="Claims and sources, as they are now"
        tabIndex={0}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              {[...articles.values()].map((article) => (
                <th key={article.id} scope="col" dir="auto">
                  {article.outlet ?? article.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((claim) => (
              <tr key={claim.id}>
                <th scope="row" dir="auto">
                  {claim.statement}
                </th>
                {[...articles.keys()].map((articleId) => {
                  const state = states.get(`${claim.id} ${articleId}`);
                  return (
                    <td key={articleId}>
                      <span aria-hidden="true">{state === undefined ? "" : signs[state]}</span>
                      <span className="visually-hidden">{state ?? "not checked"}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function BoardPicture({ boardId }: { boardId: BoardId }) {
  const { data, error } = useRequest("board.export", { boardId, format: "svg" });
  const title = useRequest("board.read", { boardId }).data?.board.title;
  if (error !== null) {
    return <p className={styles.gone}>⚠ unsupported: the board was removed</p>;
  }
  if (data === undefined || data.size === null || title === undefined) {
    return <p>Drawing the board</p>;
  }
  return (
    <>
      <figcaption className={styles.caption} dir="auto">
        Board “{title}”, as it is now
      </figcaption>
      <img
        className={styles.picture}
        src={`data:image/svg+xml,${encodeURIComponent(data.text)}`}
        width={data.size.width}
        height={data.size.height}
        alt={data.description ?? ""}
        draggable={false}
      />
    </>
  );
}

function Ach() {
  const { claims } = useCitationFacts();
  const ach = useRequest("ach.read", {}).data;
  if (ach === undefined || claims === null) {
    return <p>Drawing the table</p>;
  }
  if (ach.hypotheses.length === 0) {
    return <p>No competing hypotheses yet.</p>;
  }
  const letters = lettersOf(ach);
  return (
    <>
      <figcaption className={styles.caption}>Competing hypotheses, as they are now</figcaption>
      {/* A scrolling region is reachable by keyboard. */}
      <div
        className={styles.scroll}
        role="region"
        aria-label="Competing hypotheses, as they are now"
        tabIndex={0}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Evidence</th>
              {ach.hypotheses.map(({ claimId }) => (
                <th key={claimId} scope="col">
                  {letters.get(claimId)}. <bdi>{claims.get(claimId)?.statement}</bdi>
                </th>
              ))}
              <th scope="col">Credibility</th>
              <th scope="col">Relevance</th>
              <th scope="col">Diagnosticity</th>
            </tr>
          </thead>
          <tbody>
            {ach.rows.map(({ claimId, ratings, credibility, relevance, diagnosticity }, row) => (
              <tr key={claimId}>
                <th scope="row">
                  {row + 1}. <bdi>{claims.get(claimId)?.statement}</bdi>
                </th>
                {ach.hypotheses.map((hypothesis, index) => (
                  <td key={hypothesis.claimId}>{ratings[index] ?? ""}</td>
                ))}
                <td>{credibility}</td>
                <td>{relevance}</td>
                <td>{diagnosticity.toFixed(2)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Inconsistency</th>
              {ach.hypotheses.map(({ claimId, inconsistency }) => (
                <td key={claimId}>{scoreWords(inconsistency)}</td>
              ))}
              <td colSpan={3}>least is least disproved</td>
            </tr>
            <tr>
              <th scope="row">Weighted inconsistency</th>
              {ach.hypotheses.map(({ claimId, weightedInconsistency }) => (
                <td key={claimId}>{scoreWords(weightedInconsistency)}</td>
              ))}
              <td colSpan={3}>nearest to 0 is least disproved</td>
            </tr>
          </tbody>
        </table>
      </div>
      <ul className={styles.conclusion}>
        {conclusionOfAch(ach).map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
