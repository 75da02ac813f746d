import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { createContext, use, useEffect } from "react";
import type { ReactNode } from "react";

import type { ChangeEvent } from "#contract/changes";
import { queries } from "#contract/requests";
import type { InputOf, OutputOf, QueryName, RequestName } from "#contract/requests";

export type Request = <Name extends RequestName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>>;

const RequestContext = createContext<Request | null>(null);

/** Answers stay until a change announces that they are stale; nothing is polled or retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: false, networkMode: "always" },
    },
  });
}

/** Makes the page read again what a change made stale; `null` after the connection was lost: everything. */
export function invalidateAfter(client: QueryClient, event: ChangeEvent | null): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const name = queryKey[0] as QueryName; // every key is made by useRequest
      return event === null || queries[name].reads.some((topic) => event.topics.includes(topic));
    },
  });
}

export function RequestProvider(properties: {
  client: QueryClient;
  request: Request;
  onChange: (listener: (event: ChangeEvent | null) => void) => () => void;
  children: ReactNode;
}) {
  const { client, request, onChange, children } = properties;
  useEffect(() => onChange((event) => invalidateAfter(client, event)), [client, onChange]);
  return (
    <RequestContext value={request}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </RequestContext>
  );
}

/** Sends one request. For changes started by the user use `useCommand`, which also shows failures. */
export function useSend(): Request {
  const request = use(RequestContext);
  if (request === null) {
    throw new Error("useSend needs a RequestProvider");
  }
  return request;
}

/** The answer to a query, kept up to date. `null` as input: do not ask yet. */
export function useRequest<Name extends QueryName>(
  name: Name,
  input: InputOf<Name> | null,
): UseQueryResult<OutputOf<Name>> {
  const request = useSend();
  return useQuery({
    queryKey: [name, input],
    queryFn: () => {
      if (input === null) {
        throw new Error("asked while disabled");
      }
      return request(name, input);
    },
    enabled: input !== null,
    // While the next answer is under way the last one stays on the screen: no jump of layout.
    placeholderData: (previous: unknown) => previous as never,
  });
}
