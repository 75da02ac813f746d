import type { NodeProps } from "@xyflow/react";
import { Check, TriangleAlert } from "lucide-react";
import { memo } from "react";

import type { Evidence } from "#contract/claim";
import { gradeOf, reliabilityMeaning } from "#contract/grades";
import type { Highlight } from "#contract/highlight";

import { useRequest } from "../state/requests.tsx";
import type { CardFacts } from "./board-facts.ts";
import type { BoardNode } from "./board-nodes.ts";
import { CardFrame } from "./card-frame.tsx";
import { ClippedText } from "./clipped-text.tsx";

import styles from "./card.module.css";

/** A passage in its own words, who published it, how that source is graded, and whether it is verbatim. */
export const QuoteCard = memo(function QuoteCard(
  properties: NodeProps<BoardNode & { data: CardFacts & { kind: "quote" } }>,
) {
  const { id, data, selected, dragging } = properties;
  const { article, highlight, evidence } = data;
  return (
    <CardFrame id={id} kind="quote" isSelected={selected} isDragging={dragging} isLinkable>
      <div className={styles.content}>
        <ClippedText look="quote" text={highlight.exact} />
        <div className={styles.foot}>
          <span className={styles.outlet} title={article.title} dir="auto">
            {article.outlet ?? article.title}
          </span>
          <span title={reliabilityMeaning[article.reliability]}>
            {gradeOf(article.reliability, credibilityOf(evidence))}
          </span>
          {evidence.length > 0 ? (
            // A link brings the answer along.
            <VerifiedMark isVerified={evidence.every(({ verified }) => verified)} />
          ) : (
            <ComparedMark highlight={highlight} />
          )}
        </div>
      </div>
    </CardFrame>
  );
});

/** Compares a passage that no link brings an answer for with the text of its article. */
function ComparedMark({ highlight }: { highlight: Highlight }) {
  const { articleId, start, end, exact } = highlight;
  const text = useRequest("article.read", { articleId }).data;
  return text?.articleId === articleId ? (
    <VerifiedMark isVerified={text.text.slice(start, end) === exact} />
  ) : null;
}

function VerifiedMark({ isVerified }: { isVerified: boolean }) {
  return isVerified ? (
    <span className={styles.verified} title="Verified: the article reads exactly so">
      <Check aria-hidden="true" />
      <span className="visually-hidden">Verified</span>
    </span>
  ) : (
    <span className={styles.unverified} title="The text of the article differs">
      <TriangleAlert aria-hidden="true" />
      Not verified
    </span>
  );
}

/** The credibility that all links of the quote agree on; null when they differ or say nothing. */
function credibilityOf(evidence: readonly Evidence[]): number | null {
  const [first, ...others] = new Set(evidence.map(({ credibility }) => credibility));
  return others.length === 0 ? (first ?? null) : null;
}
