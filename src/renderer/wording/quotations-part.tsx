import { useState } from "react";
import type { KeyboardEvent } from "react";

import type { Article } from "#contract/article";
import type { QuotationPlace, SharedQuotation } from "#contract/wording";

import { Grade } from "../claims/grade.tsx";
import { matchClaims } from "../claims/match-claims.ts";
import { countOf } from "../claims/status-words.ts";
import { useRequest } from "../state/requests.tsx";
import { goToPassage } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { independentLines, nameOfArticle } from "./article-words.ts";

import styles from "./quotations-part.module.css";

/** Quotations that are shown before the rest is asked for. */
const firstShown = 100;

const quotedWords: Record<QuotationPlace["quoted"], string> = {
  all: "in quotation marks",
  some: "partly in quotation marks",
  none: "without quotation marks",
};

/** Every quotation whose words stand in two or more articles, and where. Enter on a place goes there. */
export function QuotationsPart() {
  const quotations = useRequest("quotation.list", {}).data;
  const articles = useRequest("article.list", {}).data ?? [];
  const [typed, setTyped] = useState("");
  const [isWhole, setIsWhole] = useState(false);
  if (quotations === undefined) {
    return <p className={styles.hint}>Looking for quotations that articles share</p>;
  }
  const found = matchClaims(
    quotations.map((quotation, at) => ({ id: String(at), statement: quotation.text, quotation })),
    typed,
  ).matching;
  const shown = isWhole ? found : found.slice(0, firstShown);
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <input
          type="search"
          className={styles.search}
          aria-label="Find in quotations"
          placeholder="Find in quotations"
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span role="status">
          {found.length === quotations.length
            ? countOf(quotations.length, "shared quotation")
            : `${found.length} of ${countOf(quotations.length, "shared quotation")}`}
        </span>
      </div>
      {quotations.length === 0 && (
        <p className={styles.hint}>
          No quotation stands in two articles. Two outlets that quote one speaker share a quotation,
          not an origin.
        </p>
      )}
      <ol className={styles.list}>
        {shown.map(({ id, quotation }) => (
          <Quotation key={id} quotation={quotation} articles={articles} />
        ))}
      </ol>
      {shown.length < found.length && (
        <Button label={`Show all ${found.length}`} onPress={() => setIsWhole(true)} />
      )}
    </div>
  );
}

function Quotation(properties: { quotation: SharedQuotation; articles: readonly Article[] }) {
  const { quotation, articles } = properties;
  const own = articles.filter(({ id }) => quotation.places.some((one) => one.articleId === id));
  return (
    <li className={styles.quotation}>
      <p className={styles.text} dir="auto">
        “{quotation.text}”
      </p>
      <p className={styles.counts}>
        {countOf(quotation.words, "word")}; {countOf(quotation.articleCount, "article")},{" "}
        {countOf(independentLines(own), "independent line")}
      </p>
      <ul className={styles.places}>
        {quotation.places.map((place) => {
          const article = articles.find(({ id }) => id === place.articleId);
          const start = place.spans[0]?.start ?? 0;
          const end = place.spans.at(-1)?.end ?? start;
          return (
            <li key={`${place.articleId} ${start}`}>
              <button
                type="button"
                className={styles.place}
                data-place
                onKeyDown={stepPlaces}
                onClick={() => goToPassage({ articleId: place.articleId, start, end })}
              >
                <bdi>{article === undefined ? "" : nameOfArticle(article)}</bdi>{" "}
                {article !== undefined && (
                  <Grade reliability={article.reliability} credibility={null} />
                )}
                <span className={styles.how}>
                  {quotedWords[place.quoted]}
                  {place.spans.length > 1 && `, split in ${place.spans.length}`}
                  {place.match === "near" && place.spans.length === 1 && ", other punctuation"}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** The arrow keys go from place to place, across quotations. */
function stepPlaces(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const places = [
    ...(event.currentTarget.closest("ol")?.querySelectorAll<HTMLElement>("[data-place]") ?? []),
  ];
  const next = step === undefined ? undefined : places[places.indexOf(event.currentTarget) + step];
  if (next !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }
}
