import type { Page } from "playwright-core";

import type { Measure } from "../measure.ts";
import { frameWork } from "../reader/frame-work.ts";
import { countNodes, settle } from "../reader/in-page.ts";
import { cardCount, makeBoard } from "./make-board.ts";
import { goOnSeconds, measureOfNodes, measuresOfFrames, withClaims } from "./with-claims.ts";

const maxNodes = 6_000;

/**
 * A board of a thousand cards, panned and a card of it dragged a little in each frame: at the size at which it is
 * first shown, and as small as the whole of it.
 */
export function measureCanvas(): Promise<Measure[]> {
  return withClaims(async (page, browser) => {
    await page.keyboard.press("Alt+B");
    await page.keyboard.press("Control+Shift+J");
    await page.locator("[data-card]").first().waitFor();
    await settle(page);
    const measures: Measure[] = [];
    for (const size of ["readable", "whole board"]) {
      if (size === "whole board") {
        await page.getByRole("button", { name: "Show the whole board" }).click();
        await settle(page);
      }
      const name = `canvas, ${cardCount} cards, ${size}`;
      measures.push(
        ...measuresOfFrames(`${name}, pan`, await frameWork(browser, page, () => pan(page))),
        ...measuresOfFrames(`${name}, drag`, await frameWork(browser, page, () => drag(page))),
        measureOfNodes(name, await countNodes(page), maxNodes),
      );
      await settle(page);
    }
    return measures;
  }, makeBoard);
}

/** Turns the wheel down and to the right for half of the time, and back for the other half. */
function pan(page: Page): Promise<void> {
  return page.evaluate(async (durationMs) => {
    const pane = document.querySelector(".react-flow__pane");
    const viewport = document.querySelector<HTMLElement>(".react-flow__viewport");
    if (pane === null || viewport === null) {
      throw new Error("no board is shown");
    }
    const before = viewport.style.transform;
    const startMs = performance.now();
    let hasMoved = false;
    for (let passedMs = 0; passedMs < durationMs; passedMs = performance.now() - startMs) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const step = passedMs < durationMs / 2 ? 30 : -30;
      pane.dispatchEvent(
        new WheelEvent("wheel", {
          deltaX: step,
          deltaY: step / 2,
          bubbles: true,
          cancelable: true,
        }),
      );
      hasMoved ||= viewport.style.transform !== before;
    }
    if (!hasMoved) {
      throw new Error("it did not pan");
    }
  }, goOnSeconds * 1_000);
}

/** Drags a card that many lines lead to around in circles. */
function drag(page: Page): Promise<void> {
  return page.evaluate(async (durationMs) => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    const distance = (element: Element) => {
      const { x, y } = element.getBoundingClientRect();
      return Math.hypot(x - middle.x, y - middle.y);
    };
    const [card] = [...document.querySelectorAll(".react-flow__node-claim")].toSorted(
      (a, b) => distance(a) - distance(b),
    );
    if (card === undefined) {
      throw new Error("no claim is shown");
    }
    const { x, y } = card.getBoundingClientRect();
    const before = card.getAttribute("style");
    const send = (target: EventTarget, type: string, dx: number, dy: number) =>
      target.dispatchEvent(
        new MouseEvent(type, {
          clientX: x + 12 + dx,
          clientY: y + 12 + dy,
          buttons: type === "mouseup" ? 0 : 1,
          bubbles: true,
          cancelable: true,
          view: window,
        }),
      );
    send(card, "mousedown", 0, 0);
    const startMs = performance.now();
    let hasMoved = false;
    for (let passedMs = 0; passedMs < durationMs; passedMs = performance.now() - startMs) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const angle = passedMs / 300;
      send(window, "mousemove", 80 * Math.sin(angle), 80 * (1 - Math.cos(angle)));
      hasMoved ||= card.getAttribute("style") !== before;
    }
    send(window, "mouseup", 0, 0);
    if (!hasMoved) {
      throw new Error("it was not dragged");
    }
  }, goOnSeconds * 1_000);
}
