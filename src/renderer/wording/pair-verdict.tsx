import type { Article } from "#contract/article";
import type { Derivation } from "#contract/origin";
import type { SharedWording } from "#contract/wording";

import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { OriginField } from "./origin-field.tsx";

import styles from "./pair-verdict.module.css";

/** The analyst's judgement of two articles: which derives from which, or both from a third, or neither. */
export function PairVerdict(properties: {
  articleA: Article;
  articleB: Article;
  verdict: SharedWording["verdict"];
}) {
  const { articleA, articleB, verdict } = properties;
  const run = useCommand();
  const say = async (articles: readonly Article[], derivation: Derivation, words: string) => {
    const articleIds = articles.map(({ id }) => id);
    if ((await run("article.set-origin", { articleIds, derivation })) !== null) {
      announce(words);
    }
  };
  return (
    <div className={styles.verdict} role="group" aria-label="Your judgement of the pair">
      <span className={styles.now}>
        {verdict === null
          ? "Not judged yet:"
          : verdict === "one origin"
            ? "Judged: one origin, one line."
            : "Judged: independent, two lines."}
      </span>
      <Button
        label="A derives from B"
        onPress={() =>
          void say([articleA], { kind: "derives", fromArticleId: articleB.id }, "A derives from B")
        }
      />
      <Button
        label="B derives from A"
        onPress={() =>
          void say([articleB], { kind: "derives", fromArticleId: articleA.id }, "B derives from A")
        }
      />
      <Button
        label="Independent"
        isPressed={verdict === "independent"}
        onPress={() =>
          void say([articleA, articleB], { kind: "independent" }, "Judged independent")
        }
      />
      <div className={styles.both}>
        <OriginField
          articleIds={[articleA.id, articleB.id]}
          label="Origin of both"
          placeholder="Both from an agency or article"
        />
      </div>
    </div>
  );
}
