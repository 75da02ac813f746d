import { useEffect } from "react";

import { useWorkbench } from "../state/workbench.ts";

/** Narrower than this, library and inspector together leave too little for the text. */
const narrow = "(width < 60rem)";

/**
 * In a narrow window the library and the inspector take turns: opening one closes the other. What was closed
 * because the window became narrow is open again once it is wide.
 */
export function useNarrowWindow(): void {
  useEffect(() => {
    const query = matchMedia(narrow);
    let closed: "libraryOpen" | "inspectorOpen" | null = null;
    const close = (side: "libraryOpen" | "inspectorOpen") => {
      closed = side;
      useWorkbench.setState({ [side]: false });
    };
    const onWidth = () => {
      const { libraryOpen, inspectorOpen } = useWorkbench.getState();
      if (query.matches && libraryOpen && inspectorOpen) {
        close("libraryOpen");
      } else if (!query.matches && closed !== null) {
        useWorkbench.setState({ [closed]: true });
        closed = null;
      }
    };
    const stop = useWorkbench.subscribe((state, before) => {
      if (query.matches && state.libraryOpen && state.inspectorOpen) {
        close(before.libraryOpen ? "libraryOpen" : "inspectorOpen");
      }
    });
    onWidth();
    query.addEventListener("change", onWidth);
    return () => {
      query.removeEventListener("change", onWidth);
      stop();
    };
  }, []);
}
