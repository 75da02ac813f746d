import { Search, X } from "lucide-react";
import { Input, SearchField } from "react-aria-components";

import type { Article } from "#contract/article";
import type { Tag } from "#contract/highlight";

import { Button } from "../ui/button.tsx";
import { Choice } from "./choice.tsx";
import type { Option } from "./choice.tsx";
import { isFiltering, noFilter } from "./claims-filter.ts";
import type { ClaimsFilter } from "./claims-filter.ts";
import { NewClaimField } from "./new-claim-field.tsx";
import { statuses, statusWords } from "./status-words.ts";

import styles from "./claims-toolbar.module.css";

const any = "any";

/** Makes claims and narrows the list. */
export function ClaimsToolbar(properties: {
  filter: ClaimsFilter;
  onFilter: (filter: ClaimsFilter) => void;
  tags: readonly Tag[];
  articles: readonly Article[];
  /** Such as "4 claims". */
  count: string;
}) {
  const { filter, onFilter, tags, articles, count } = properties;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Claims">
      <NewClaimField />
      <div className={styles.filters}>
        <SearchField
          className={styles.search ?? ""}
          aria-label="Find in claims"
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          maxLength={1_000}
        >
          <Search aria-hidden="true" />
          <Input className={styles.input ?? ""} placeholder="Find in claims" dir="auto" />
        </SearchField>
        <FilterChoice
          label="Status"
          anyWords="Any status"
          options={statuses.map((status) => ({
            id: status,
            words: `${statusWords[status].sign} ${statusWords[status].word}`,
            short: statusWords[status].word,
          }))}
          chosen={filter.status}
          onChoose={(status) => onFilter({ ...filter, status })}
        />
        <FilterChoice
          label="Tag"
          anyWords="Any tag"
          options={tags.map(({ id, name }) => ({ id, words: name }))}
          chosen={filter.tagId}
          onChoose={(tagId) => onFilter({ ...filter, tagId })}
        />
        <FilterChoice
          label="Article"
          anyWords="Any article"
          options={articles.map(({ id, title }) => ({ id, words: title }))}
          chosen={filter.articleId}
          onChoose={(articleId) => onFilter({ ...filter, articleId })}
        />
        {isFiltering(filter) && (
          <Button label="Clear filters" icon={<X />} onPress={() => onFilter(noFilter)} />
        )}
        <span className={styles.count} role="status">
          {count}
        </span>
      </div>
    </div>
  );
}

function FilterChoice<Id extends string>(properties: {
  label: string;
  anyWords: string;
  options: readonly Option<Id>[];
  chosen: Id | null;
  onChoose: (id: Id | null) => void;
}) {
  const { label, anyWords, options, chosen, onChoose } = properties;
  return (
    <Choice<Id | typeof any>
      label={label}
      options={[{ id: any, words: anyWords, short: label }, ...options]}
      chosen={chosen ?? any}
      isStrong={chosen !== null}
      onChoose={(id) => onChoose(id === any ? null : id)}
    />
  );
}
