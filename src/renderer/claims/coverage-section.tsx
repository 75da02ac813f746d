import { ArrowUpRight } from "lucide-react";
import { Checkbox } from "react-aria-components";

import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { openArticle } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";

import styles from "./coverage-section.module.css";
import section from "./section.module.css";

/** Articles without evidence for the claim: checked and silent, or not checked yet. */
export function CoverageSection({ claimId }: { claimId: ClaimId }) {
  const coverage = useRequest("coverage.list", {}).data ?? [];
  const articles = useRequest("article.list", {}).data ?? [];
  const run = useCommand();
  const states = new Map(
    coverage.filter((one) => one.claimId === claimId).map((one) => [one.articleId, one.state]),
  );
  const without = articles.filter((article) => {
    const state = states.get(article.id);
    return state === "silent" || state === "unchecked";
  });
  if (without.length === 0) {
    return null;
  }
  const silent = without.filter((article) => states.get(article.id) === "silent").length;
  return (
    <section className={section.section} aria-label="Articles without evidence">
      <h3 className={section.title}>
        Checked and silent{" "}
        <span className={section.count}>
          {silent} of {without.length}
        </span>
      </h3>
      <ul className={styles.articles}>
        {without.map((article) => (
          <li key={article.id} className={styles.article}>
            <Checkbox
              className={styles.check ?? ""}
              isSelected={states.get(article.id) === "silent"}
              onChange={(isSilent) =>
                void run("coverage.mark", { claimId, articleId: article.id, silent: isSilent })
              }
            >
              <span className={styles.box} aria-hidden="true" />
              <span className={styles.title} dir="auto" title={article.title}>
                {article.outlet === null ? article.title : `${article.outlet}: ${article.title}`}
              </span>
            </Checkbox>
            <Button
              label={`Open ${article.title}`}
              icon={<ArrowUpRight />}
              onPress={() => openArticle(article.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
