import { Failure } from "#contract/failure";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";

import type { Transport } from "./transport.ts";

/** Sends one request; when the signal is aborted nobody waits for the answer any more. @throws Failure */
export type Request = <Name extends RequestName>(
  name: Name,
  input: InputOf<Name>,
  options?: { readonly signal: AbortSignal },
) => Promise<OutputOf<Name>>;

/** Gives the transport the contract's types. */
export function createRequest(transport: Pick<Transport, "request">): Request {
  return async (name, input, options) => {
    const reply = await transport.request(name, input, options?.signal);
    if (!reply.ok) {
      const { code, message, path } = reply.failure;
      throw new Failure(code, message, { path });
    }
    // The core's handler of this name is typed by the same contract.
    return reply.value as OutputOf<typeof name>;
  };
}
