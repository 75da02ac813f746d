import { BadgeCheck, GripVertical, Plus, Trash2, TriangleAlert, X } from "lucide-react";
import { useState } from "react";

import type { Highlight, Tag } from "#contract/highlight";
import type { ArticleId, HighlightId } from "#contract/ids";

import { ActionButton } from "../actions/action-button.tsx";
import { useKeysOf, useRunAction } from "../actions/run-action.ts";
import { StanceMark } from "../claims/stance.tsx";
import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { goToPassage, select, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { TagDot } from "../ui/tag-dot.tsx";
import { removeHighlight, toggleTag } from "./coding.ts";
import { describeHighlight, wordsOf } from "./describe-highlight.ts";
import { HighlightNote } from "./highlight-note.tsx";
import { firstBlockAfter } from "./order-highlights.ts";
import { dragPassage } from "./passage-drag.ts";
import { TagTypeAhead } from "./tag-type-ahead.tsx";
import { useArticleText, useHighlights } from "./use-article-text.ts";

import styles from "./highlight-inspector.module.css";

/** Everything about one highlight; mount it anew for another one. */
export function HighlightInspector(properties: { highlightId: HighlightId; articleId: ArticleId }) {
  const { highlightId, articleId } = properties;
  const answer = useRequest("highlight.list", { articleId });
  const highlights = useHighlights(articleId);
  const highlight = highlights.find(({ id }) => id === highlightId);
  if (highlight !== undefined) {
    return <KnownHighlight highlight={highlight} all={highlights} />;
  }
  return answer.data === undefined || answer.isFetching ? null : (
    <p className={styles.gone}>This highlight was removed. Undo brings it back.</p>
  );
}

function KnownHighlight({ highlight, all }: { highlight: Highlight; all: readonly Highlight[] }) {
  const { articleId } = highlight;
  const tags = useRequest("tag.list", {}).data ?? [];
  const request = useSend();
  const run = useCommand();
  const keysOf = useKeysOf();
  return (
    <article className={styles.highlight} aria-label="Highlight">
      <header className={styles.head}>
        <h2 className={styles.kind}>Highlight, {wordsOf(highlight.exact)}</h2>
        <Button
          label="Remove highlight"
          icon={<Trash2 />}
          keys={keysOf("highlight.remove")}
          onPress={() => void removeHighlight({ request, run }, highlight)}
        />
      </header>
      <Marked highlight={highlight} />
      <QuoteOfHighlight highlight={highlight} />
      <EditsOfHighlight />
      <TagsOfHighlight highlight={highlight} tags={tags} />
      <HighlightNote highlightId={highlight.id} note={highlight.note} />
      <ClaimsOfHighlight highlightId={highlight.id} />
      <Overlapping highlight={highlight} all={all} tags={tags} articleId={articleId} />
    </article>
  );
}

/** Which highlights keys act on at once, when several are marked. */
function Marked({ highlight }: { highlight: Highlight }) {
  const markedIds = useWorkbench((state) => state.markedIds);
  if (markedIds.length === 0) {
    return null;
  }
  const isMarked = markedIds.includes(highlight.id);
  return (
    <p className={styles.marked} role="note">
      <span>
        {markedIds.length} {markedIds.length === 1 ? "highlight" : "highlights"} marked
        {isMarked ? ", this one too" : ", this one not"}. Tags, links to claims, merging and
        removing act on all of them.
      </span>
      <Button label="Unmark all" onPress={() => useWorkbench.setState({ markedIds: [] })} />
    </p>
  );
}

/** What changes the highlight itself; the keys are shown on hover. */
function EditsOfHighlight() {
  return (
    <div className={styles.actions} role="group" aria-label="Change the highlight">
      <ActionButton action="highlight.retag" label="Retag" />
      <ActionButton action="highlight.mark" label="Mark" />
      <ActionButton action="highlight.merge" label="Merge" />
      <ActionButton action="highlight.split" label="Split" />
    </div>
  );
}

function QuoteOfHighlight({ highlight }: { highlight: Highlight }) {
  const { articleId, start, end, exact } = highlight;
  const { text } = useArticleText(articleId);
  const article = useRequest("article.list", {}).data?.find(({ id }) => id === articleId);
  const grades = useRequest("briefing.quotes", { highlightIds: [highlight.id] }).data?.[0]?.grades;
  const isVerified = text === null ? null : text.text.slice(start, end) === exact;
  const paragraph = text === null ? null : firstBlockAfter(text.blocks, start) + 1;
  return (
    <div className={styles.source}>
      <blockquote className={styles.quote} dir="auto" lang={article?.language ?? undefined}>
        {exact}
      </blockquote>
      {isVerified !== null && (
        <p className={styles.verified} data-fault={isVerified ? undefined : ""}>
          {isVerified ? <BadgeCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {isVerified
            ? "Verified: word for word in the source"
            : "Not verified: the source reads differently here. Do not quote it"}
        </p>
      )}
      <p className={styles.where}>
        <span dir="auto">{article?.title}</span>
        {article?.outlet !== null && article?.outlet !== undefined && `, ${article.outlet}`}
        {paragraph !== null && `, paragraph ${paragraph}`}, characters {start + 1}–{end}
        {grades !== undefined && (
          <>
            {" "}
            <b title="Reliability of the source, credibility of the information">
              {grades.join(", ")}
            </b>
          </>
        )}
      </p>
      <div className={styles.actions}>
        <Button label="Go to passage" onPress={() => goToPassage({ articleId, start, end })} />
        <span
          className={styles.grip}
          draggable
          title="Drag onto a claim; “Link to claim” does the same by key"
          aria-hidden="true"
          onDragStart={(event) => dragPassage(event, { highlightId: highlight.id }, exact)}
        >
          <GripVertical />
          Drag onto a claim
        </span>
      </div>
    </div>
  );
}

function TagsOfHighlight({ highlight, tags }: { highlight: Highlight; tags: readonly Tag[] }) {
  const run = useCommand();
  const [isAdding, setIsAdding] = useState(false);
  const own = highlight.tagIds.flatMap((tagId) => tags.find(({ id }) => id === tagId) ?? []);
  const close = () => {
    setIsAdding(false);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>("[data-add-tag] button")?.focus();
    });
  };
  return (
    <section className={styles.section} aria-label="Tags of the highlight">
      <ul className={styles.chips}>
        {own.map((tag) => (
          <li key={tag.id} className={styles.chip}>
            <TagDot colour={tag.colour} />
            <span dir="auto">{tag.name}</span>
            <Button
              label={`Take off ${tag.name}`}
              icon={<X />}
              onPress={() => {
                void toggleTag({ run }, [highlight], tag);
                close();
              }}
            />
          </li>
        ))}
        <li data-add-tag>
          <Button
            label="Add tag"
            icon={<Plus />}
            showLabel
            isPressed={isAdding}
            onPress={() => setIsAdding(!isAdding)}
          />
        </li>
      </ul>
      {isAdding && (
        <div className={styles.typeAhead}>
          <TagTypeAhead
            tags={tags}
            chosenIds={highlight.tagIds}
            onChoose={(tag) => {
              void toggleTag({ run }, [highlight], tag);
              close();
            }}
            onCreate={(name) => {
              void toggleTag({ run }, [highlight], { id: null, name });
              close();
            }}
            onClose={close}
          />
        </div>
      )}
    </section>
  );
}

function ClaimsOfHighlight({ highlightId }: { highlightId: HighlightId }) {
  const evidence = useRequest("evidence.list", { highlightId }).data ?? [];
  const claims = useRequest("claim.list", {}).data ?? [];
  const runAction = useRunAction();
  const keysOf = useKeysOf();
  const links = evidence.filter((link) => link.highlightId === highlightId);
  return (
    <section className={styles.section} aria-labelledby="highlight-claims">
      <h3 id="highlight-claims" className={styles.title}>
        Claims <span className={styles.count}>{links.length}</span>
      </h3>
      {links.length > 0 && (
        <ul className={styles.list}>
          {links.map(({ id, claimId, stance }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.row}
                onClick={() => select({ kind: "claim", claimId })}
              >
                <StanceMark stance={stance} />
                <span dir="auto">{claims.find((claim) => claim.id === claimId)?.statement}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button
          label="Link to claim"
          keys={keysOf("claim.link")}
          onPress={() => runAction("claim.link")}
        />
        <Button
          label="New claim"
          keys={keysOf("claim.from-passage")}
          onPress={() => runAction("claim.from-passage")}
        />
      </div>
    </section>
  );
}

function Overlapping(properties: {
  highlight: Highlight;
  all: readonly Highlight[];
  tags: readonly Tag[];
  articleId: ArticleId;
}) {
  const { highlight, all, tags, articleId } = properties;
  const others = all.filter(
    ({ id, start, end }) => id !== highlight.id && start < highlight.end && end > highlight.start,
  );
  if (others.length === 0) {
    return null;
  }
  return (
    <section className={styles.section} aria-labelledby="highlight-overlaps">
      <h3 id="highlight-overlaps" className={styles.title}>
        Overlapping highlights <span className={styles.count}>{others.length}</span>
      </h3>
      <ul className={styles.list}>
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => select({ kind: "highlight", highlightId: other.id, articleId })}
            >
              <span className={styles.kind}>{describeHighlight(other, tags)}</span>
              <span className={styles.excerpt} dir="auto">
                {other.exact}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
