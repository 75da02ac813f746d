import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";

/** Asks a host's core straight away, past the page. */
export type CoreClient = {
  /** @throws Failure */
  readonly request: <Name extends RequestName>(
    name: Name,
    input: InputOf<Name>,
  ) => Promise<OutputOf<Name>>;
};

/** @param send gets bytes as they are for "upload.put" */
export function coreClient(
  send: (name: string, input: unknown) => Promise<Reply<unknown>>,
): CoreClient {
  return {
    request: async (name, input) => {
      const reply = await send(name, input);
      if (!reply.ok) {
        const { code, message, path } = reply.failure;
        throw new Failure(code, message, { path });
      }
      return reply.value as OutputOf<typeof name>; // the core's handler is typed by the same contract
    },
  };
}
