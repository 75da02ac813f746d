import { Ellipsis, Eye, Plus, X } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

import type { TagAdvice } from "#contract/codebook";
import type { Tag } from "#contract/highlight";

import { useKeysOf, useRunAction } from "../actions/run-action.ts";
import { useScopeKeys } from "../actions/scope-keys.ts";
import { useRequest } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { showAllTags } from "./codebook-actions.ts";
import { useCodebook } from "./codebook-state.ts";
import { NewTagField } from "./new-tag-field.tsx";
import { TagTree } from "./tag-tree-view.tsx";

import styles from "./codebook.module.css";

const nothing: readonly never[] = [];

/** All tags as a tree: found, made, moved, merged, hidden and described here. */
export function Codebook() {
  const tags = useRequest("tag.list", {}).data ?? nothing;
  const usage = useRequest("tag.usage", {}).data ?? nothing;
  const advice = useRequest("tag.advice", {}).data ?? null;
  const isNaming = useCodebook((state) => state.isNaming);
  const report = useCodebook((state) => state.report);
  const hiddenTagIds = useWorkbench((state) => state.hiddenTagIds);
  const soloTagId = useWorkbench((state) => state.soloTagId);
  const onKeyDownCapture = useScopeKeys("codebook");
  const runAction = useRunAction();
  const usageOf = useMemo(() => new Map(usage.map((each) => [each.tagId, each])), [usage]);
  const solo = tags.find(({ id }) => id === soloTagId);
  const hiddenCount = tags.filter(({ id }) => hiddenTagIds.includes(id)).length;
  return (
    <section
      className={styles.codebook}
      aria-label="Tags"
      data-scope="codebook"
      onKeyDownCapture={onKeyDownCapture}
    >
      <header className={styles.header}>
        <h2>Tags</h2>
        <Button
          label="New tag"
          icon={<Plus />}
          keys={useKeysOf()("tag.new")}
          onPress={() => runAction("tag.new")}
        />
        <CodebookMenu />
      </header>
      {isNaming && <NewTagField />}
      {(solo !== undefined || hiddenCount > 0) && (
        <p className={styles.notice}>
          <Eye aria-hidden="true" />
          <span dir="auto">
            {solo === undefined
              ? `${hiddenCount} ${hiddenCount === 1 ? "tag is" : "tags are"} hidden in the text`
              : `Only ${solo.name} is shown in the text`}
          </span>
          <Button label="Show all" onPress={showAllTags} />
        </p>
      )}
      {report.length > 0 && (
        <div className={styles.report} role="alert">
          <ul>
            {report.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          <Button
            label="Dismiss"
            icon={<X />}
            onPress={() => useCodebook.setState({ report: [] })}
          />
        </div>
      )}
      {tags.length === 0 && !isNaming && (
        <p className={styles.empty}>
          No tags yet. Select words in an article and press T to make one.
        </p>
      )}
      {tags.length > 0 && <TagTree tags={tags} usageOf={usageOf} />}
      {advice !== null && <Advice advice={advice} tags={tags} />}
    </section>
  );
}

/** Names that may mean the same, with how to merge them; unused tags are marked in the tree. */
function Advice({ advice, tags }: { advice: TagAdvice; tags: readonly Tag[] }) {
  const nameOf = (id: string) => tags.find((tag) => tag.id === id)?.name ?? "";
  const runAction = useRunAction();
  const { similar, unused } = advice;
  if (similar.length === 0 && unused.length === 0) {
    return null;
  }
  return (
    <details className={styles.advice}>
      <summary>
        {[
          similar.length === 0 ? [] : `${similar.length} alike`,
          unused.length === 0 ? [] : `${unused.length} unused`,
        ]
          .flat()
          .join(", ")}
      </summary>
      <ul>
        {similar.map(({ tagIds: [a, b], why }) => (
          <li key={`${a} ${b}`}>
            <span dir="auto">
              {nameOf(a)} and {nameOf(b)}: {why === "same words" ? "the same words" : "a slip?"}
            </span>
            <Button
              label={`Merge ${nameOf(b)} into another tag`}
              hint="Choose the tag to merge it into"
              icon={<span>Merge</span>}
              onPress={() => {
                useCodebook.setState({ selectedId: b });
                runAction("tag.merge");
              }}
            />
          </li>
        ))}
        {unused.length > 0 && <li dir="auto">Not used: {unused.map(nameOf).join(", ")}</li>}
      </ul>
    </details>
  );
}

const menuActions = ["tag.edit", "tag.hide", "tag.solo", "tag.merge", "tag.split", "tag.remove"];
const bookActions = ["tag.import", "tag.export"];

function CodebookMenu() {
  const runAction = useRunAction();
  const keysOf = useKeysOf();
  const words: Record<string, string> = {
    "tag.edit": "Edit tag",
    "tag.hide": "Hide or show in the text",
    "tag.solo": "Show only this one in the text",
    "tag.merge": "Merge into another tag",
    "tag.split": "Split: move some highlights to another tag",
    "tag.remove": "Remove tag",
    "tag.import": "Import codebook (CSV)",
    "tag.export": "Export codebook (CSV)",
  };
  const selected = useCodebook((state) => state.selectedId);
  return (
    <MenuTrigger>
      <AriaButton className={styles.menuButton ?? ""} aria-label="Menu of the codebook">
        <Ellipsis />
      </AriaButton>
      <Popover className={styles.popover ?? ""} placement="bottom end" offset={4}>
        <Menu
          className={styles.menu ?? ""}
          aria-label="Codebook"
          onAction={(id) => {
            // The focus first goes back to where it was.
            setTimeout(() => runAction(String(id)));
          }}
        >
          {[...menuActions, ...bookActions].map((id) => {
            const keys = keysOf(id);
            return (
              <MenuItem
                key={id}
                id={id}
                className={styles.item ?? ""}
                textValue={words[id] ?? id}
                isDisabled={menuActions.includes(id) && selected === null}
              >
                <span>{words[id]}</span>
                {keys !== undefined && <kbd>{shownKeys(keys)}</kbd>}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
