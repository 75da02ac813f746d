import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";

import type { Request } from "./requests.tsx";
import { createQueryClient, invalidateAfter } from "./requests.tsx";

describe("a change that is announced", () => {
  it("is seen even where the first answer, from before it, is still under way", async () => {
    const client = createQueryClient();
    const answers: ((value: string) => void)[] = [];
    const observer = new QueryObserver(client, {
      queryKey: ["search.status", {}],
      queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
    });
    const stop = observer.subscribe(() => undefined);
    expect(answers).toHaveLength(1);

    const request: Request = () => Promise.reject(new Error("nothing else is asked"));
    invalidateAfter(client, request, {
      seq: 1,
      topics: ["search"],
      label: "",
      kind: "do",
    });
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.("before");
    answers[1]?.("after");
    await expect.poll(() => observer.getCurrentResult().data).toBe("after");
    stop();
  });
});
