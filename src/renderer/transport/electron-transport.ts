import { Failure } from "#contract/failure";
import type { HostBridge } from "#contract/host-bridge";

import type { Transport } from "./transport.ts";

/** The desktop's wire: it stands as long as the window does. */
export function electronTransport(bridge: HostBridge): Transport {
  return {
    request: async (name, input) => {
      try {
        return await bridge.request(name, input);
      } catch {
        // What cannot be cloned does not cross; nothing else is thrown on this side.
        const sentence = `The input of ${name} cannot be sent.`;
        return { ok: false, failure: new Failure("invalid-request", sentence).report() };
      }
    },
    onChange: (listener) => bridge.onChange(listener),
    onResync: () => () => {},
    onConnection: (listener) => {
      listener("connected");
      return () => {};
    },
    newPageAddress: null,
  };
}
