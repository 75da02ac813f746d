import { X } from "lucide-react";
import { useState } from "react";

import type { Article, Source } from "#contract/article";
import { Reliability, reliabilityMeaning } from "#contract/grades";
import { OriginKind } from "#contract/origin";
import type { Origin } from "#contract/origin";

import { countOf } from "../claims/status-words.ts";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, select } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { independentLines, nameOfArticle } from "./article-words.ts";
import { GradesLegend } from "./grades-legend.tsx";
import { OriginField } from "./origin-field.tsx";

import styles from "./sources-part.module.css";

const nothing: readonly never[] = [];
const namedKinds = OriginKind.exclude(["article"]).options;

/** Who published, with grades; what articles derive from; and each article with its source and origin. */
export function SourcesPart() {
  const sources = useRequest("source.list", {}).data ?? nothing;
  const origins = useRequest("origin.list", {}).data ?? nothing;
  const articles = useRequest("article.list", {}).data ?? nothing;
  return (
    <div className={styles.parts}>
      <section aria-labelledby="sources-title">
        <h3 id="sources-title" className={styles.title}>
          Sources <span className={styles.count}>{sources.length}</span>
        </h3>
        {sources.length === 0 && (
          <p className={styles.hint}>
            A source is who published an article. Select an article in the library and name its
            outlet in the inspector; the source can then be graded here.
          </p>
        )}
        <GradesLegend />
        <ul className={styles.list}>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="origins-title">
        <h3 id="origins-title" className={styles.title}>
          Origins <span className={styles.count}>{origins.length}</span>
        </h3>
        <p className={styles.hint}>
          Articles of one origin are one line of evidence, and count once.
        </p>
        <ul className={styles.list}>
          {origins.map((origin) => (
            <OriginRow key={origin.id} origin={origin} articles={articles} />
          ))}
        </ul>
        <NewOrigin />
      </section>
      <section aria-labelledby="articles-title">
        <h3 id="articles-title" className={styles.title}>
          Articles{" "}
          <span className={styles.count}>
            {countOf(articles.length, "article")},{" "}
            {countOf(independentLines(articles), "independent line")}
          </span>
        </h3>
        <ul className={styles.list}>
          {articles.map((article) => (
            <li key={article.id} className={styles.row}>
              <button
                type="button"
                className={styles.name}
                onClick={() => select({ kind: "article", articleId: article.id })}
              >
                <bdi>{nameOfArticle(article)}</bdi> <b>{article.reliability}</b>
              </button>
              <OriginField
                articleIds={[article.id]}
                label={`Origin of ${article.title}`}
                placeholder="Derives from"
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function SourceRow({ source }: { source: Source }) {
  const run = useCommand();
  return (
    <li className={styles.row}>
      <span className={styles.name} dir="auto">
        {source.name}
      </span>
      <span className={styles.count}>{countOf(source.articleCount, "article")}</span>
      <select
        className={styles.select}
        aria-label={`Reliability of ${source.name}`}
        value={source.reliability}
        onChange={(event) => {
          const reliability = Reliability.parse(event.target.value);
          void run("source.grade", { sourceId: source.id, reliability });
        }}
      >
        {Reliability.options.map((grade) => (
          <option key={grade} value={grade}>
            {grade}: {reliabilityMeaning[grade]}
          </option>
        ))}
      </select>
    </li>
  );
}

function OriginRow({ origin, articles }: { origin: Origin; articles: readonly Article[] }) {
  const run = useCommand();
  const [draft, setDraft] = useState<string | null>(null);
  const isArticle = origin.rootArticleId !== null;
  const own = articles.filter(({ id }) => origin.articleIds.includes(id));
  const rename = () => {
    const name = draft?.trim() ?? "";
    if (name !== "" && name !== origin.name) {
      void run("origin.change", { originId: origin.id, name });
    }
    setDraft(null);
  };
  return (
    <li className={styles.row}>
      {isArticle ? (
        <span className={styles.name} dir="auto">
          {origin.name}
        </span>
      ) : (
        <input
          className={styles.input}
          aria-label="Name of the origin"
          dir="auto"
          maxLength={1_000}
          value={draft ?? origin.name}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              rename();
            } else if (event.key === "Escape") {
              setDraft(null);
            }
          }}
        />
      )}
      {isArticle ? (
        <span className={styles.count}>article</span>
      ) : (
        <select
          className={styles.select}
          aria-label={`Kind of the origin ${origin.name}`}
          value={origin.kind}
          onChange={(event) => {
            const kind = namedKinds.find((one) => one === event.target.value);
            if (kind !== undefined) {
              void run("origin.change", { originId: origin.id, kind });
            }
          }}
        >
          {namedKinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      )}
      <Button
        label={`Remove the origin ${origin.name}`}
        icon={<X />}
        hint="Remove the origin; its articles stand for themselves again"
        onPress={() => {
          void run("origin.remove", { originId: origin.id }).then((done) => {
            if (done !== null) {
              announce("Origin removed; its articles stand for themselves again");
            }
            return done;
          });
        }}
      />
      <p className={styles.members}>
        {own.length === 0
          ? "No article derives from it yet"
          : `${countOf(own.length, "article")}, one line: ${own.map((one) => nameOfArticle(one)).join("; ")}`}
      </p>
    </li>
  );
}

function NewOrigin() {
  const run = useCommand();
  const [name, setName] = useState("");
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") {
          void run("origin.create", { name: name.trim(), kind: "agency" }).then((made) => {
            if (made !== null) {
              setName("");
              announce(`Origin made: ${made.name}`);
            }
            return made;
          });
        }
      }}
    >
      <input
        className={styles.input}
        aria-label="New origin"
        placeholder="New origin, such as an agency: type it, press Enter"
        dir="auto"
        maxLength={1_000}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </form>
  );
}
