import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

import type { Locator, Page } from "@playwright/test";

import { beaconPort } from "#core/testing/hostile/corpus";

/** Notices whatever hostile input gets done. */
export type Canary = {
  /** The bytes of a file of the corpus, reporting to this canary in place of the corpus's own port. */
  readonly aimed: (bytes: Uint8Array) => Buffer;
  readonly aimedText: (text: string) => string;
  /** Scripts that ran, windows that opened, pages that were left, and connections that were made, a line each. */
  readonly song: () => Promise<string[]>;
  readonly close: () => void;
};

/** To be called before the page is opened. */
export async function startCanary(page: Page): Promise<Canary> {
  const song: string[] = [];
  const server = createServer((socket) => {
    song.push("a connection");
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = String((server.address() as AddressInfo).port); // it listens on TCP
  if (port.length !== beaconPort.length) {
    throw new Error("ports that a system hands out have five digits");
  }
  page.on("dialog", (dialog) => {
    song.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on("page", () => song.push("another window"));
  page.on("framenavigated", (frame) => {
    if (!frame.url().startsWith("http://127.0.0.1:") && frame.url() !== "about:blank") {
      song.push(`went to ${frame.url()}`);
    }
  });
  page.on("frameattached", () => song.push("an embedded page"));
  await page.addInitScript(() => {
    const ran: string[] = [];
    Object.assign(globalThis, { corroboardRan: ran });
    for (const name of ["__pwn", "alert", "prompt", "confirm"]) {
      Object.assign(globalThis, {
        [name]: (...words: unknown[]) => ran.push(`${name}(${words.join()})`),
      });
    }
  });
  const aimedText = (text: string) => text.replaceAll(beaconPort, port);
  return {
    aimedText,
    aimed: (bytes) => Buffer.from(aimedText(Buffer.from(bytes).toString("latin1")), "latin1"),
    song: async () => [
      ...song,
      ...(await page.evaluate(() => {
        const { corroboardRan, polluted } = globalThis as unknown as {
          readonly corroboardRan: string[];
          readonly polluted?: unknown;
        };
        return polluted === undefined ? corroboardRan : [...corroboardRan, "polluted"];
      })),
    ],
    close: () => server.close(),
  };
}

/** What under an element could run, load or lead elsewhere than the web: names of it, each once. */
export function activeParts(root: Locator): Promise<string[]> {
  return root.evaluate((element) => {
    const found = new Set<string>();
    const forbidden =
      "script,style,link,meta,base,img,picture,video,audio,iframe,frame,object,embed,math,marquee";
    for (const part of element.querySelectorAll(forbidden)) {
      found.add(part.tagName);
    }
    for (const part of element.querySelectorAll("*")) {
      for (const { name, value } of part.attributes) {
        const isAddress = ["href", "src", "srcset", "action", "data", "xlink:href"].includes(name);
        if (/^on/iu.test(name) || (isAddress && !/^(?:https?:|#)/iu.test(value))) {
          found.add(`${part.tagName} ${name}=${value.slice(0, 40)}`);
        }
      }
    }
    return [...found];
  });
}
