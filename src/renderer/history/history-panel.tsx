import { useRequest } from "../state/requests.tsx";

import styles from "./history-panel.module.css";

/** Entries shown; older ones stay in the journal. */
const shownEntries = 200;

const stateWords = { applied: "", undone: "undone", dropped: "undone for good", log: "" } as const;
const kindWords = { do: "", undo: "Undo: ", redo: "Redo: " } as const;

/** The journal: who changed what, and when. Newest first. */
export function HistoryPanel() {
  const changes = useRequest("change.list", { limit: shownEntries }).data ?? [];
  if (changes.length === 0) {
    return (
      <p className={styles.empty}>Nothing was changed yet. Each change will be listed here.</p>
    );
  }
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Changes, newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Change</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id} data-state={change.state}>
            <td>
              <time dateTime={change.at}>{new Date(change.at).toLocaleString()}</time>
            </td>
            <td dir="auto">{change.who}</td>
            <td dir="auto">
              {kindWords[change.kind]}
              {change.label}
            </td>
            <td>{stateWords[change.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
