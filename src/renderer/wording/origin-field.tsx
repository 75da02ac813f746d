import { Unlink } from "lucide-react";

import type { ArticleId } from "#contract/ids";
import type { Derivation } from "#contract/origin";

import { isSameStatement, matchClaims } from "../claims/match-claims.ts";
import { TypeAhead } from "../claims/type-ahead.tsx";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { nameOfArticle } from "./article-words.ts";

import styles from "./origin-field.module.css";

/**
 * Says what articles derive from: an origin that is there, another article, or a new agency that is named by
 * typing. With one article it also tells what that derives from now, and takes it back.
 */
export function OriginField(properties: {
  articleIds: readonly ArticleId[];
  label: string;
  placeholder: string;
}) {
  const { articleIds, label, placeholder } = properties;
  const articles = useRequest("article.list", {}).data ?? [];
  const origins = useRequest("origin.list", {}).data ?? [];
  const run = useCommand();
  const [only] = articleIds.length === 1 ? articleIds : [];
  const article = articles.find(({ id }) => id === only);
  const origin = origins.find(({ id }) => id === article?.originId);
  const isRoot = origin !== undefined && origin.rootArticleId === article?.id;

  const options = [
    ...origins
      .filter(({ id }) => id !== article?.originId)
      .map(({ id, name, kind }) => ({ id: id as string, words: `Origin: ${name} (${kind})` })),
    ...articles
      .filter(({ id }) => !articleIds.includes(id))
      .map((one) => ({ id: one.id as string, words: `Derives from: ${nameOfArticle(one)}` })),
  ].map((option) => ({ ...option, statement: option.words }));

  const say = async (derivation: Derivation) => {
    const said = await run("article.set-origin", { articleIds: [...articleIds], derivation });
    if (said !== null) {
      announce(
        derivation.kind === "independent"
          ? "Stands for itself now"
          : "Of one origin now; counts once",
      );
    }
  };
  const choose = (id: string) => {
    const chosen = origins.find((one) => one.id === id);
    const from = articles.find((one) => one.id === id);
    if (chosen !== undefined) {
      void say({ kind: "origin", originId: chosen.id });
    } else if (from !== undefined) {
      void say({ kind: "derives", fromArticleId: from.id });
    }
  };

  return (
    <div className={styles.field}>
      {article !== undefined && (
        <p className={styles.now}>
          {origin === undefined ? (
            "Stands for itself: one line"
          ) : (
            <>
              {isRoot ? "Others derive from this article" : "Derives from "}
              {!isRoot && <b dir="auto">{origin.name}</b>}; {origin.articleIds.length} articles, one
              line
            </>
          )}
          {origin !== undefined && !isRoot && (
            <Button
              label="Let it stand for itself"
              icon={<Unlink />}
              onPress={() => void say({ kind: "independent" })}
            />
          )}
        </p>
      )}
      <TypeAhead
        label={label}
        placeholder={placeholder}
        find={(typed) => matchClaims(options, typed).matching}
        onChoose={choose}
        create={{
          words: (typed) =>
            origins.some(({ name }) => isSameStatement(name, typed))
              ? null
              : `New agency “${typed}”`,
          onCreate: (name) => void say({ kind: "named", name, originKind: "agency" }),
        }}
      />
    </div>
  );
}
