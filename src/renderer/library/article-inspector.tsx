import { Trash2 } from "lucide-react";

import type { ArticlePatch } from "#contract/article";
import { Reliability, reliabilityMeaning } from "#contract/grades";
import type { ArticleId } from "#contract/ids";
import { PartialDate } from "#contract/text";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { openArticle, select } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { TextRow } from "../ui/text-row.tsx";
import { OriginField } from "../wording/origin-field.tsx";

import styles from "./article-inspector.module.css";

/** What the analyst knows about an article. Each field is saved when it is left. */
export function ArticleInspector({ articleId }: { articleId: ArticleId }) {
  const article = useRequest("article.list", {}).data?.find(({ id }) => id === articleId);
  const run = useCommand();
  if (article === undefined) {
    return <p className={styles.gone}>This article is in the trash. Undo brings it back.</p>;
  }
  const describe = (patch: ArticlePatch) => void run("article.describe", { articleId, patch });
  const optional = (text: string) => (text.trim() === "" ? null : text.trim());
  return (
    <section className={styles.article} aria-label="Article">
      <header className={styles.header}>
        <h2>Article</h2>
        <Button label="Open" onPress={() => openArticle(articleId)} />
      </header>
      <TextRow
        label="Title"
        value={article.title}
        rows={2}
        faultOf={(title) => (title.trim() === "" ? "An article needs a title." : null)}
        aside={
          article.titleIsProposed && (
            <Button
              label="Keep this title"
              hint="The text has no title; this one was proposed from its first sentence"
              onPress={() => describe({ title: article.title })}
            />
          )
        }
        onSave={(title) => describe({ title })}
      />
      <TextRow
        label="Outlet"
        value={article.outlet ?? ""}
        onSave={(outlet) => describe({ outlet: optional(outlet) })}
      />
      {article.sourceId !== null && (
        <label className={styles.select}>
          Reliability of {article.outlet}
          <select
            value={article.reliability}
            onChange={(event) => {
              if (article.sourceId !== null) {
                const reliability = Reliability.parse(event.target.value);
                void run("source.grade", { sourceId: article.sourceId, reliability });
              }
            }}
          >
            {Reliability.options.map((grade) => (
              <option key={grade} value={grade}>
                {grade}: {reliabilityMeaning[grade]}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles.origin} role="group" aria-label="Origin">
        <span className={styles.label}>Origin</span>
        <OriginField
          articleIds={[articleId]}
          label="Origin of the article"
          placeholder="Derives from an agency or article"
        />
      </div>
      <TextRow
        label="Author"
        value={article.author ?? ""}
        onSave={(author) => describe({ author: optional(author) })}
      />
      <div className={styles.pair}>
        <TextRow
          label="Published"
          placeholder="2025-09-05"
          value={article.publishedOn ?? ""}
          faultOf={faultOfDate}
          onSave={(date) => describe({ publishedOn: optional(date) })}
        />
        <TextRow
          label="Accessed"
          placeholder="2025-09-06"
          value={article.accessedOn ?? ""}
          faultOf={faultOfDate}
          onSave={(date) => describe({ accessedOn: optional(date) })}
        />
      </div>
      <TextRow
        label="URL"
        value={article.url ?? ""}
        onSave={(url) => describe({ url: optional(url) })}
      />
      <TextRow
        label="Language"
        placeholder="en"
        value={article.language ?? ""}
        onSave={(language) => describe({ language: optional(language) })}
      />
      <TextRow label="Note" rows={4} value={article.note} onSave={(note) => describe({ note })} />
      <dl className={styles.facts}>
        <dt>File</dt>
        <dd dir="auto">{article.fileName ?? "pasted text"}</dd>
        <dt>Imported</dt>
        <dd>{new Date(article.importedAt).toLocaleString()}</dd>
        <dt>Size</dt>
        <dd>
          {article.wordCount.toLocaleString()} words, {article.byteLength.toLocaleString()} bytes,{" "}
          {article.encoding.toUpperCase()}
          {article.hasByteOrderMark && " with byte order mark"}
        </dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{article.bytesSha256}</dd>
      </dl>
      <Button
        label="Move to trash"
        icon={<Trash2 />}
        showLabel
        kind="danger"
        onPress={() => {
          void run("article.trash", { articleIds: [articleId] });
          select(null);
        }}
      />
    </section>
  );
}

function faultOfDate(text: string): string | null {
  const isDate = text.trim() === "" || PartialDate.safeParse(text.trim()).success;
  return isDate ? null : "Write a date such as 2025-09-05, 2025-09 or 2025.";
}
