import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { Query, UseQueryResult } from "@tanstack/react-query";
import { createContext, use, useEffect, useMemo } from "react";
import type { ReactNode } from "react";

import type { ChangeEvent } from "#contract/changes";
import { queries } from "#contract/requests";
import type { InputOf, OutputOf, QueryName, RequestName } from "#contract/requests";

import type { Request as TransportRequest } from "../transport/request.ts";
import { afterPaint } from "./after-paint.ts";
import {
  highlightsOfAnswer,
  isOfWholeArticle,
  knownHighlights,
  patchHighlights,
  seenHighlights,
  shareHighlights,
} from "./highlight-cache.ts";
import { predictHighlights } from "./predict-highlights.ts";
import { noteTrouble } from "./waiting-changes.ts";

export type Request = <Name extends RequestName>(
  name: Name,
  input: InputOf<Name>,
  options?: {
    readonly signal?: AbortSignal;
    /** What the page has on the screen will do, even while it is being read again: a key acts on what is seen. */
    readonly asSeen?: boolean;
  },
) => Promise<OutputOf<Name>>;

/**
 * Makes what commands do to highlights be seen at once, even before they are answered; a command that
 * fails leaves no trace. The highlights of an article that the page has already are not asked for again.
 */
function withHighlightCache(client: QueryClient, request: TransportRequest): Request {
  return async (name, input, { signal, asSeen = false } = {}) => {
    if (name === "highlight.list") {
      const known = knownHighlights(client, input as InputOf<"highlight.list">);
      if (known !== null) {
        return known as OutputOf<typeof name>; // the name says so
      }
    }
    const seen = asSeen ? seenAnswer(client, name, input) : undefined;
    if (seen !== undefined) {
      return seen;
    }
    const prediction = predictHighlights(client, name, input);
    if (prediction !== null) {
      patchHighlights(client, prediction.ids, prediction.now);
    }
    try {
      const value = await request(name, input, signal === undefined ? undefined : { signal });
      const changed = highlightsOfAnswer(name, input, value);
      if (changed !== null) {
        patchHighlights(client, [...(prediction?.ids ?? []), ...changed.ids], changed.now);
      }
      return value;
    } catch (error) {
      noteTrouble(error);
      if (prediction !== null) {
        void client.invalidateQueries({ queryKey: ["highlight.list"] });
      }
      throw error;
    }
  };
}

/** The answer that is on the screen; undefined when none is. */
function seenAnswer<Name extends RequestName>(
  client: QueryClient,
  name: Name,
  input: InputOf<Name>,
): OutputOf<Name> | undefined {
  if (name === "highlight.list") {
    return seenHighlights(client, input as InputOf<"highlight.list">) as OutputOf<Name> | undefined;
  }
  const state = client.getQueryState<OutputOf<Name>>([name, input]);
  // A stale answer that nothing reads again is not on the screen.
  return state?.isInvalidated === true && state.fetchStatus === "idle" ? undefined : state?.data;
}

const RequestContext = createContext<Request | null>(null);

/** Answers stay until a change announces that they are stale; nothing is polled or retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 5 * 60_000, retry: false, networkMode: "always" },
    },
  });
}

/**
 * Makes the page read again what a change made stale; `null` after the connection was lost: everything. Of
 * an article's highlights only those are read again that changed, when the change names them.
 */
export function invalidateAfter(
  client: QueryClient,
  request: Request,
  event: ChangeEvent | null,
): void {
  const ids = event?.highlightIds;
  // An answer that is under way may be from before the change, so it is asked for again.
  const isPatched = ({ queryKey: [name, input], state }: Query) =>
    ids !== undefined &&
    name === "highlight.list" &&
    isOfWholeArticle(input as InputOf<"highlight.list"> | null) && // every key is made by useRequest
    state.data !== undefined &&
    state.fetchStatus === "idle";
  const isStale = ({ queryKey: [name] }: Query) =>
    event === null ||
    queries[name as QueryName].reads.some((topic) => event.topics.includes(topic)); // as above
  // A first answer that is under way may be from before the change, and invalidating alone would let it stand.
  void client
    .cancelQueries({
      predicate: (query) =>
        query.state.data === undefined && query.state.fetchStatus === "fetching" && isStale(query),
    })
    .then(() =>
      client.invalidateQueries({ predicate: (query) => isStale(query) && !isPatched(query) }),
    );
  if (ids !== undefined && ids.length > 0) {
    request("highlight.list", { highlightIds: ids }).then(
      (now) => patchHighlights(client, ids, now),
      // Whatever kept the answer away: the next reading is of all.
      () => void client.invalidateQueries({ predicate: isPatched }),
    );
  }
}

export function RequestProvider(properties: {
  client: QueryClient;
  request: TransportRequest;
  onChange: (listener: (event: ChangeEvent | null) => void) => () => void;
  children: ReactNode;
}) {
  const { client, onChange, children } = properties;
  const request = useMemo(
    () => withHighlightCache(client, properties.request),
    [client, properties.request],
  );
  useEffect(() => {
    const waiting: (ChangeEvent | null)[] = [];
    let callOff = () => {};
    // What the user did is on the screen first; reading again what it changed elsewhere takes longer.
    const stop = onChange((event) => {
      waiting.push(event);
      if (waiting.length === 1) {
        callOff = afterPaint(() => {
          for (const each of waiting.splice(0)) {
            invalidateAfter(client, request, each);
          }
        });
      }
    });
    return () => {
      stop();
      callOff();
    };
  }, [client, request, onChange]);
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
    // Looking for what stayed the same inside thousands of highlights takes longer than drawing them.
    structuralSharing: name === "highlight.list" ? shareHighlights : true,
    // While the next answer is under way the last one stays on the screen: no jump of layout.
    placeholderData: (previous: unknown) => previous as never,
  });
}
