import { X } from "lucide-react";
import { Button, Tag as AriaTag, TagGroup, TagList } from "react-aria-components";

import type { TagId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { isSameStatement, matchClaims } from "./match-claims.ts";
import { TagChip } from "./tag-chip.tsx";
import { TypeAhead } from "./type-ahead.tsx";

import styles from "./claim-tags.module.css";

/** The claim's tags; more are found, or made, by typing. */
export function ClaimTags(properties: {
  tagIds: readonly TagId[];
  onChange: (tagIds: TagId[]) => void;
  /** Makes a tag and puts it on. */
  onCreate: (name: string) => void;
}) {
  const { tagIds, onChange, onCreate } = properties;
  const tags = useRequest("tag.list", {}).data ?? [];
  const own = tags.filter((tag) => tagIds.includes(tag.id));
  const others = tags.filter((tag) => !tagIds.includes(tag.id));
  const add = (tagId: TagId) => onChange([...tagIds, tagId]);

  return (
    <div className={styles.tags}>
      {own.length > 0 && (
        <TagGroup
          aria-label="Tags of the claim"
          onRemove={(keys) => onChange(tagIds.filter((id) => !keys.has(id)))}
        >
          <TagList className={styles.list ?? ""} items={own}>
            {(tag) => (
              <AriaTag className={styles.tag ?? ""} textValue={tag.name}>
                <TagChip name={tag.name} colour={tag.colour} />
                <Button slot="remove" className={styles.remove ?? ""}>
                  <X aria-hidden="true" />
                </Button>
              </AriaTag>
            )}
          </TagList>
        </TagGroup>
      )}
      <TypeAhead<TagId>
        label="Add a tag to the claim"
        placeholder="Add a tag"
        find={(typed) =>
          matchClaims(
            others.map(({ id, name }) => ({ id, statement: name, words: name })),
            typed,
          ).matching
        }
        onChoose={add}
        create={{
          words: (typed) =>
            tags.some((tag) => isSameStatement(tag.name, typed)) ? null : `New tag “${typed}”`,
          onCreate,
        }}
      />
    </div>
  );
}
