import { expect } from "@playwright/test";
import type { Blockquote, Heading, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import type { Article } from "#contract/article";

import type { CoreClient } from "./hosts/core-client.ts";
import { mainJob } from "./main-job.ts";

/** Compares what the core holds with the main job: every tag, highlight, claim and link. */
export async function expectJobIsDone(core: CoreClient, articles: readonly Article[]) {
  const numberOf = new Map(articles.map((article, index) => [article.id, index]));
  const tags = await core.request("tag.list", {});
  expect(tags.map((tag) => tag.name)).toEqual(mainJob.tags.map((tag) => tag.name));
  for (const { name, passages } of mainJob.tags) {
    const tag = tags.find((candidate) => candidate.name === name);
    const tagged = await core.request("highlight.list", tag === undefined ? {} : { tagId: tag.id });
    expect(
      tagged.map(({ articleId, exact }) => ({ article: numberOf.get(articleId), words: exact })),
      `tagged ${name}`,
    ).toEqual(passages.toSorted((a, b) => a.article - b.article));
  }
  const claims = await core.request("claim.list", {});
  expect(claims.map((claim) => claim.statement)).toEqual(
    mainJob.claims.map((claim) => claim.statement),
  );
  for (const [index, claim] of claims.entries()) {
    const evidence = await core.request("evidence.list", { claimId: claim.id });
    const made = evidence.map(({ articleId, exact, stance, verified }) => {
      expect(verified).toBe(true);
      return { article: numberOf.get(articleId), stance, words: exact };
    });
    const wanted = mainJob.claims[index]?.evidence ?? [];
    expect(made, claim.statement).toHaveLength(wanted.length);
    expect(made, claim.statement).toEqual(expect.arrayContaining([...wanted]));
  }
}

/** Reads the exported file with a Markdown parser and finds each claim with its quotes, stance by stance. */
export function expectBriefingTellsIt(markdown: string, claimOrder: readonly string[]) {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const found = sectionsOf(root.children, 2)
    .filter((section) => /^\d+\. /u.test(section.title))
    .map(({ title, nodes }) => ({
      statement: title.replace(/^\d+\. /u, ""),
      quotes: Object.fromEntries(
        sectionsOf(nodes, 3)
          .filter(({ title: stance }) => /^(?:Supports|Disputes|Qualifies|Mentions)$/u.test(stance))
          .map((stance) => [
            stance.title.toLowerCase(),
            stance.nodes
              .filter((node): node is Blockquote => node.type === "blockquote")
              .map((quote) => toString(quote))
              .toSorted(),
          ]),
      ),
    }));
  expect(found).toEqual(
    claimOrder.map((statement) => ({
      statement,
      quotes: Object.fromEntries(
        (["supports", "disputes", "qualifies", "mentions"] as const).flatMap((stance) => {
          const words = (
            mainJob.claims.find((claim) => claim.statement === statement)?.evidence ?? []
          )
            .filter((evidence) => evidence.stance === stance)
            .map((evidence) => evidence.words)
            .toSorted();
          return words.length === 0 ? [] : [[stance, words]];
        }),
      ),
    })),
  );
}

/** The headings of one depth, each with what follows it until the next one of that or a higher rank. */
function sectionsOf(nodes: readonly RootContent[], depth: number) {
  const sections: { title: string; nodes: RootContent[] }[] = [];
  let isInside = false;
  for (const node of nodes) {
    if (isHeading(node) && node.depth <= depth) {
      isInside = node.depth === depth;
      if (isInside) {
        sections.push({ title: toString(node), nodes: [] });
      }
    } else if (isInside) {
      sections.at(-1)?.nodes.push(node);
    }
  }
  return sections;
}

function isHeading(node: RootContent): node is Heading {
  return node.type === "heading";
}
