import { create } from "zustand";

export type Connection = "connected" | "reconnecting" | "lost";

/** Whether the host still answers; set by the transport. */
export const useConnection = create<{ readonly connection: Connection }>(() => ({
  connection: "connected",
}));
