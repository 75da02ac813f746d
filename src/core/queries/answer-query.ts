import type { Highlight } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";
import type { Query, QueryRelation as Relation } from "#contract/query";

import { withPartner } from "../highlights/find-partners.ts";
import type { Stretch } from "../highlights/find-partners.ts";
import type { HighlightFacts } from "../highlights/highlight-facts.ts";
import { holdsWords } from "./folded.ts";
import type { Units } from "./units-of-highlights.ts";

type Answer = ReadonlySet<HighlightId>;

/** The highlights that a question takes. */
export function answerQuery(query: Query, facts: HighlightFacts, units: Units): Answer {
  const { highlights } = facts;
  const taking = (takes: (highlight: Highlight) => boolean): Answer =>
    new Set(highlights.filter(takes).map(({ id }) => id));
  const answer = (part: Query): Answer => answerQuery(part, facts, units);
  switch (query.kind) {
    case "tag": {
      const wanted = facts.branchOf(query.tagId);
      return query.withDescendants
        ? taking(({ tagIds }) => tagIds.some((tagId) => wanted.has(tagId)))
        : taking(({ tagIds }) => tagIds.includes(query.tagId));
    }
    case "words":
      return taking((highlight) =>
        holdsWords([textOfField(highlight, query.field, facts)], query.words),
      );
    case "stance": {
      const { stance } = query;
      return taking(({ id }) =>
        stance === "none" ? facts.stancesOf(id).length === 0 : facts.stancesOf(id).includes(stance),
      );
    }
    case "any":
      return taking(() => true);
    case "untagged":
      return taking(({ tagIds }) => tagIds.length === 0);
    case "noted":
      return taking(({ note }) => note.trim() !== "");
    case "not": {
      const excluded = answer(query.of);
      return taking(({ id }) => !excluded.has(id));
    }
    case "and":
      return answer(query.left).intersection(answer(query.right));
    case "or":
      return answer(query.left).union(answer(query.right));
    case "relation": {
      const left = answer(query.left);
      const partnered = partneredOf(query.relation, left, answer(query.right), facts, units);
      return query.negated ? left.difference(partnered) : partnered;
    }
  }
}

function partneredOf(
  relation: Relation,
  left: Answer,
  right: Answer,
  { highlights }: HighlightFacts,
  units: Units,
): Answer {
  const between = (
    stretchOf: (highlight: Highlight) => Stretch,
    kind: "touch" | "inside",
    widenedBy = 0,
  ): Answer =>
    withPartner(
      highlights.filter(({ id }) => left.has(id)).map(stretchOf),
      highlights
        .filter(({ id }) => right.has(id))
        .map(stretchOf)
        .map((other) => ({ ...other, from: other.from - widenedBy, to: other.to + widenedBy })),
      kind,
    );
  switch (relation.kind) {
    case "overlaps":
      return between(characters, "touch");
    case "within":
      return between(characters, "inside");
    case "near-block":
      return between(units.blocks, "touch");
    case "near-sentences":
      return between(units.sentences, "touch", relation.sentences);
  }
}

function characters({ id, articleId, start, end }: Highlight): Stretch {
  return { id, articleId, from: start, to: end };
}

function textOfField(
  { articleId, exact, note }: Highlight,
  field: "text" | "note" | "article" | "source",
  { articles }: HighlightFacts,
): string {
  switch (field) {
    case "text":
      return exact;
    case "note":
      return note;
    case "article":
      return articles.get(articleId)?.title ?? "";
    case "source":
      return articles.get(articleId)?.outlet ?? "";
  }
}
