import { ChevronRight, EyeOff } from "lucide-react";
import { useMemo } from "react";
import {
  Button,
  Collection,
  DropIndicator,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from "react-aria-components";

import type { TagUsage } from "#contract/codebook";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import { TagDot } from "../ui/tag-dot.tsx";
import { useCodebook } from "./codebook-state.ts";
import { TagEditor } from "./tag-editor.tsx";
import { placeOfDrop, treeOf } from "./tag-tree.ts";
import type { TagNode } from "./tag-tree.ts";
import { visibleTags } from "./visible-highlights.ts";

import styles from "./tag-tree.module.css";

const tagDragType = "application/x-corroboard-tag";

/** The tags; arrow keys walk and open, Enter edits, Alt with arrows moves, and they can be dragged. */
export function TagTree(properties: {
  tags: readonly Tag[];
  usageOf: ReadonlyMap<TagId, TagUsage>;
}) {
  const { tags, usageOf } = properties;
  const nodes = useMemo(() => treeOf(tags), [tags]);
  const { selectedId, editedId, collapsedIds } = useCodebook();
  const hiddenTagIds = useWorkbench((state) => state.hiddenTagIds);
  const soloTagId = useWorkbench((state) => state.soloTagId);
  const visible = useMemo(
    () => visibleTags(tags, { hiddenTagIds, soloTagId }),
    [tags, hiddenTagIds, soloTagId],
  );
  const run = useCommand();
  const idOf = (key: unknown) => tags.find((tag) => tag.id === key)?.id;
  const edited = tags.find(({ id }) => id === editedId);

  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    getItems: (keys) => [...keys].map((key) => ({ [tagDragType]: String(key) })),
    acceptedDragTypes: [tagDragType],
    getDropOperation: () => "move",
    onMove: ({ keys, target }) => {
      const tagId = idOf([...keys][0]);
      const targetId = idOf(target.key);
      if (tagId === undefined || targetId === undefined) {
        return;
      }
      const place = placeOfDrop(tags, tagId, { tagId: targetId, position: target.dropPosition });
      if (place !== null) {
        void run("tag.move", { tagId, ...place });
      }
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={styles.indicator ?? ""} />
    ),
  });

  const row = (node: TagNode) => {
    const { tag, children } = node;
    const usage = usageOf.get(tag.id);
    const isHidden = visible !== null && !visible.has(tag.id);
    const isCollapsed = collapsedIds.has(tag.id);
    const own = usage?.highlights ?? tag.highlightCount;
    const branch = usage?.branchHighlights ?? own;
    const count = children.length > 0 && isCollapsed ? branch : own;
    return (
      <TreeItem id={tag.id} textValue={tag.name} className={styles.row ?? ""}>
        <TreeItemContent>
          {({ level, allowsDragging }) => (
            <div
              className={styles.content}
              data-level={Math.min(level, 8)}
              data-hidden={isHidden ? "" : undefined}
              data-unused={branch === 0 && (usage?.claims ?? 0) === 0 ? "" : undefined}
              title={tag.description === "" ? tag.name : `${tag.name}: ${tag.description}`}
            >
              {allowsDragging && <Button slot="drag" className={styles.drag ?? ""} />}
              {children.length > 0 ? (
                <Button slot="chevron" className={styles.chevron ?? ""}>
                  <ChevronRight aria-hidden="true" />
                </Button>
              ) : (
                <span className={styles.noChevron} />
              )}
              <TagDot colour={tag.colour} />
              <span className={styles.name} dir="auto">
                {tag.name}
              </span>
              {isHidden && <EyeOff className={styles.hiddenMark} aria-label="hidden in the text" />}
              <span
                className={styles.count}
                aria-label={`${own} highlights${branch === own ? "" : `, ${branch} with the tags below`}`}
                title={`${own} highlights${branch === own ? "" : `, ${branch} with the tags below`}`}
              >
                {count}
              </span>
              {tag.shortcut === null ? (
                <span className={styles.noKey} />
              ) : (
                <kbd className={styles.key} aria-label={`key ${tag.shortcut}`}>
                  {tag.shortcut}
                </kbd>
              )}
            </div>
          )}
        </TreeItemContent>
        <Collection items={children}>{row}</Collection>
      </TreeItem>
    );
  };

  return (
    <>
      <Tree
        aria-label="Codebook"
        className={styles.tree ?? ""}
        data-tag-tree
        items={nodes}
        dependencies={[usageOf, visible, collapsedIds]}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selectedId === null ? [] : [selectedId]}
        onSelectionChange={(keys) => {
          const tagId = idOf([...keys][0]);
          if (tagId !== undefined) {
            useCodebook.setState({ selectedId: tagId });
          }
        }}
        onAction={(key) => {
          const tagId = idOf(key);
          if (tagId !== undefined) {
            useCodebook.setState({ selectedId: tagId, editedId: tagId });
          }
        }}
        expandedKeys={tags.map(({ id }) => id).filter((id) => !collapsedIds.has(id))}
        onExpandedChange={(keys) =>
          useCodebook.setState({
            collapsedIds: new Set(tags.map(({ id }) => id).filter((id) => !keys.has(id))),
          })
        }
        dragAndDropHooks={dragAndDropHooks}
      >
        {row}
      </Tree>
      {edited !== undefined && <TagEditor key={edited.id} tag={edited} tags={tags} />}
    </>
  );
}
