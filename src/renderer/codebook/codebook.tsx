import { Ellipsis, Eye, Plus, X } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

import type { TagAdvice } from "#contract/codebook";
import type { Tag } from "#contract/highlight";

import { KeyOf } from "../actions/key-of.tsx";
import { useKeysOf, useRunAction } from "../actions/run-action.ts";
import { useScopeKeys } from "../actions/scope-keys.ts";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { focusSelected, showAllTags, showTag } from "./codebook-actions.ts";
import { useCodebook } from "./codebook-state.ts";
import { mergeTag } from "./merge-tag.ts";
import { NewTagField } from "./new-tag-field.tsx";
import { TagTree } from "./tag-tree-view.tsx";

import menuStyles from "../ui/menu.module.css";
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
          No tags yet. Select words in an article and{" "}
          <KeyOf action="tag.pick" otherwise="Tag the passage" /> to make one.
        </p>
      )}
      {tags.length > 0 && <TagTree tags={tags} usageOf={usageOf} />}
      {advice !== null && <Advice advice={advice} tags={tags} />}
    </section>
  );
}

/** Names that may mean the same, merged by one press, and tags that are on nothing. */
function Advice({ advice, tags }: { advice: TagAdvice; tags: readonly Tag[] }) {
  const run = useCommand();
  const isAdvised = useCodebook((state) => state.isAdvised);
  const tagOf = (id: string) => tags.find((tag) => tag.id === id);
  const unused = advice.unused.flatMap((id) => tagOf(id) ?? []);
  const similar = advice.similar.flatMap(({ tagIds: [a, b], why }) => {
    const [first, second] = [tagOf(a), tagOf(b)];
    if (first === undefined || second === undefined) {
      return [];
    }
    const [into, from] = isKeptRather(second, first) ? [second, first] : [first, second];
    return [{ into, from, why }];
  });
  if (similar.length === 0 && unused.length === 0) {
    return null;
  }
  return (
    <details
      className={styles.advice}
      open={isAdvised}
      onToggle={(event) => useCodebook.setState({ isAdvised: event.currentTarget.open })}
    >
      <summary>
        {[
          similar.length === 0 ? [] : `${similar.length} alike`,
          unused.length === 0 ? [] : `${unused.length} unused`,
        ]
          .flat()
          .join(", ")}
      </summary>
      <ul>
        {similar.map(({ into, from, why }) => (
          <li key={`${into.id} ${from.id}`}>
            <span dir="auto">
              {into.name} and {from.name}: {why === "same words" ? "the same words" : "a slip?"}
            </span>
            <Button
              label="Merge"
              name={`Merge ${from.name} into ${into.name}`}
              hint={`What is tagged ${from.name} is then tagged ${into.name}`}
              onPress={() => void mergeTag(run, from, into).then(focusSelected)}
            />
          </li>
        ))}
        {unused.map((tag) => (
          <li key={tag.id}>
            <span dir="auto">{tag.name}: not used</span>
            <Button
              label="Show"
              name={`Show ${tag.name} in the codebook`}
              onPress={() => showTag(tag.id)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The one that is used more stays, else the one that has a key. */
function isKeptRather(tag: Tag, other: Tag): boolean {
  return tag.highlightCount === other.highlightCount
    ? tag.shortcut !== null && other.shortcut === null
    : tag.highlightCount > other.highlightCount;
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
      <Popover className={menuStyles.popover ?? ""} placement="bottom end" offset={4}>
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
