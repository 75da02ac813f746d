import { createTextAnnotator, Origin } from "@recogito/text-annotator";
import type { RendererType, TextAnnotation } from "@recogito/text-annotator";

type Served = { readonly paragraphs: readonly string[]; readonly annotations: TextAnnotation[] };

/** What the benchmark calls: reads text and annotations, shows both, and tells how long that took. */
async function openAnnotated(renderer: RendererType): Promise<number> {
  const startMs = performance.now();
  const { paragraphs, annotations } = (await (await fetch("/article.json")).json()) as Served;
  const container = document.querySelector<HTMLElement>("#text");
  if (container === null) {
    throw new Error("the page has no place for the text");
  }
  container.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    }),
  );
  const annotator = createTextAnnotator(container, { renderer, annotatingEnabled: false });
  // `setAnnotations` leaves them without the ranges that the CSS renderer needs; the store's own way gives them.
  annotator.state.store.bulkAddAnnotations(annotations, true, Origin.REMOTE);
  const isShown = () =>
    renderer === "CSS_HIGHLIGHTS"
      ? [...CSS.highlights.values()].some(({ size }) => size > 0)
      : document.querySelectorAll(".r6o-annotation").length > 0;
  while (!isShown()) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", resolve);
      port1.start();
      port2.postMessage(null);
    });
  });
  return performance.now() - startMs;
}

Object.assign(globalThis, { openAnnotated });
