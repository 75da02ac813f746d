import { Search, X } from "lucide-react";
import { Input, SearchField } from "react-aria-components";

import type { Article } from "#contract/article";
import type { ClaimSort } from "#contract/claim";
import { Reliability, reliabilityMeaning } from "#contract/grades";
import type { Tag } from "#contract/highlight";

import { ExportMenu } from "../exports/export-menu.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "./choice.tsx";
import type { Option } from "./choice.tsx";
import { exportScopeOf, isFiltering, noFilter } from "./claims-filter.ts";
import type { ClaimsFilter, ClaimsGrouping, ClaimsListing } from "./claims-filter.ts";
import { changeListing } from "./claims-view.ts";
import { NewClaimField } from "./new-claim-field.tsx";
import { stances, stanceWords } from "./stance-words.ts";
import { statuses, statusWords } from "./status-words.ts";

import styles from "./claims-toolbar.module.css";

const any = "any";

const sorts: readonly Option<ClaimSort>[] = [
  { id: "position", words: "In your order", short: "Sort" },
  { id: "status", words: "By status, contradicted first" },
  { id: "contradictions", words: "Most contradictions first" },
  { id: "independent", words: "Most independent support first" },
  { id: "evidence", words: "Most evidence first" },
  { id: "disputes", words: "Most disputed first" },
  { id: "tag", words: "By tag, as in the codebook" },
  { id: "article", words: "By article, as in the library" },
  { id: "reliability", words: "Best source first; unknown apart" },
  { id: "newest", words: "Newest first" },
  { id: "statement", words: "By statement" },
];

const groupings: readonly Option<ClaimsGrouping>[] = [
  { id: "none", words: "No groups", short: "Group" },
  { id: "status", words: "Group by status" },
  { id: "tag", words: "Group by tag" },
  { id: "article", words: "Group by article" },
  { id: "stance", words: "Group by stance" },
  { id: "grade", words: "Group by grade" },
];

/** Makes claims, narrows the list, orders and groups it. */
export function ClaimsToolbar(properties: {
  listing: ClaimsListing;
  tags: readonly Tag[];
  articles: readonly Article[];
  /** Such as "4 claims". */
  count: string;
}) {
  const { listing, tags, articles, count } = properties;
  const { filter, sort, group } = listing;
  const narrow = (patch: Partial<ClaimsFilter>) =>
    changeListing({ filter: { ...filter, ...patch } });
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Claims">
      <NewClaimField />
      <div className={styles.filters}>
        <SearchField
          className={styles.search ?? ""}
          aria-label="Find in claims"
          value={filter.text}
          onChange={(text) => narrow({ text })}
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
          onChoose={(status) => narrow({ status })}
        />
        <FilterChoice
          label="Stance"
          anyWords="Any stance"
          options={stances.map((stance) => ({
            id: stance,
            words: `${stanceWords[stance].sign} ${stanceWords[stance].word}`,
          }))}
          chosen={filter.stance}
          onChoose={(stance) => narrow({ stance })}
        />
        <FilterChoice
          label="Tag"
          anyWords="Any tag"
          options={tags.map(({ id, name }) => ({ id, words: name }))}
          chosen={filter.tagId}
          onChoose={(tagId) => narrow({ tagId })}
        />
        <FilterChoice
          label="Article"
          anyWords="Any article"
          options={articles.map(({ id, title }) => ({ id, words: title }))}
          chosen={filter.articleId}
          onChoose={(articleId) => narrow({ articleId })}
        />
        <FilterChoice
          label="Grade"
          anyWords="Any grade"
          options={Reliability.options.map((grade) => ({
            id: grade,
            words: `${grade} ${reliabilityMeaning[grade]}`,
            short: `Grade ${grade}`,
          }))}
          chosen={filter.grade}
          onChoose={(grade) => narrow({ grade })}
        />
        {isFiltering(filter) && (
          <Button
            label="Clear filters"
            icon={<X />}
            onPress={() => changeListing({ filter: noFilter })}
          />
        )}
        <Choice
          label="Order of the claims"
          options={sorts}
          chosen={sort}
          isStrong={sort !== "position"}
          onChoose={(id) => changeListing({ sort: id })}
        />
        <Choice
          label="Groups of claims"
          options={groupings}
          chosen={group}
          isStrong={group !== "none"}
          onChoose={(id) => changeListing({ group: id })}
        />
        <ExportMenu of="the listed claims" scope={exportScopeOf(listing)} isCompact />
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
