import type { NodeProps } from "@xyflow/react";
import { Check, TriangleAlert } from "lucide-react";
import { memo } from "react";

import type { Evidence } from "#contract/claim";
import { gradeOf, reliabilityMeaning } from "#contract/grades";

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
  const isVerified = useIsVerified(data);
  return (
    <CardFrame id={id} kind="quote" isSelected={selected} isDragging={dragging} isLinkable>
      <div className={styles.content} data-unverified={isVerified === false ? "" : undefined}>
        <ClippedText look="quote" text={highlight.exact} />
        <div className={styles.foot}>
          <span className={styles.outlet} title={article.title} dir="auto">
            {article.outlet ?? article.title}
          </span>
          <span title={reliabilityMeaning[article.reliability]}>
            {gradeOf(article.reliability, credibilityOf(evidence))}
          </span>
          {isVerified === true && (
            <span className={styles.verified} title="Verified: the article reads exactly so">
              <Check aria-hidden="true" />
              <span className="visually-hidden">Verified</span>
            </span>
          )}
          {isVerified === false && (
            <span className={styles.unverified} title="The text of the article differs">
              <TriangleAlert aria-hidden="true" />
              Not verified
            </span>
          )}
        </div>
      </div>
    </CardFrame>
  );
});

/** Null while it is not known yet. A link brings the answer along; without one the article is compared here. */
function useIsVerified({ evidence, highlight }: CardFacts & { kind: "quote" }): boolean | null {
  const { articleId, start, end, exact } = highlight;
  const text = useRequest("article.read", evidence.length === 0 ? { articleId } : null).data;
  if (evidence.length > 0) {
    return evidence.every(({ verified }) => verified);
  }
  return text?.articleId === articleId ? text.text.slice(start, end) === exact : null;
}

/** The credibility that all links of the quote agree on; null when they differ or say nothing. */
function credibilityOf(evidence: readonly Evidence[]): number | null {
  const [first, ...others] = new Set(evidence.map(({ credibility }) => credibility));
  return others.length === 0 ? (first ?? null) : null;
}
