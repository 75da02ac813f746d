import { Component } from "react";
import type { ReactNode } from "react";

import styles from "./crash-screen.module.css";

/** Catches a fault of the page itself, so that the analyst sees what is safe instead of nothing. */
export class CrashScreen extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? (
      <FailedToOpen message="Something went wrong in the window. Everything up to your last change is saved." />
    ) : (
      this.props.children
    );
  }
}

export function FailedToOpen({ message }: { message: string }) {
  return (
    <main className={styles.screen}>
      <h1>Corroboard</h1>
      <p role="alert">{message}</p>
      <button type="button" onClick={() => window.location.reload()}>
        Reload
      </button>
    </main>
  );
}
