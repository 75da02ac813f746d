import { z } from "zod";

/** How texts are set on the desk; saved with it. */
export const ReadingLook = z.object({
  font: z.enum(["serif", "sans", "own"]),
  /** Of the usual size. */
  sizePercent: z.number().min(70).max(200),
  /** Widest line, in characters. */
  measureCh: z.number().min(40).max(120),
  /** Distance of lines, in sizes of the type. */
  lineHeight: z.number().min(1.2).max(2.2),
  blockNumbers: z.boolean(),
  /** Long articles are in the page as a whole: slower, but all there for the browser and screen readers. */
  wholeText: z.boolean(),
});
export type ReadingLook = z.infer<typeof ReadingLook>;

export const usualLook: ReadingLook = {
  font: "serif",
  sizePercent: 100,
  measureCh: 68,
  lineHeight: 1.55,
  blockNumbers: false,
  wholeText: false,
};

/** What can be made larger and smaller, by how much, and how far. */
export const lookSteps = {
  sizePercent: { step: 10, min: 70, max: 200 },
  measureCh: { step: 4, min: 40, max: 120 },
  lineHeight: { step: 0.1, min: 1.2, max: 2.2 },
} as const;

export type SteppedLook = keyof typeof lookSteps;

/** The next value up (1) or down (−1), as far as it goes. */
export function stepLook(look: ReadingLook, name: SteppedLook, direction: 1 | -1): ReadingLook {
  const { step, min, max } = lookSteps[name];
  const stepped = Math.round((look[name] + direction * step) * 100) / 100;
  return { ...look, [name]: Math.min(Math.max(stepped, min), max) };
}

export const themes = ["system", "light", "dark", "sepia", "contrast"] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Record<Theme, string> = {
  system: "As the system",
  light: "Light",
  dark: "Dark",
  sepia: "Sepia",
  contrast: "High contrast",
};
