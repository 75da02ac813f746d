import { z } from "zod";

/** Text that can be stored and exported: no lone surrogates, at most `maxUtf16` code units. */
export function text(maxUtf16: number) {
  return z
    .string()
    .max(maxUtf16, `is longer than ${maxUtf16} characters`)
    .refine((value) => value.isWellFormed(), "contains half of a character (a lone surrogate)");
}

/** Whether no text in a value that JSON can hold has half of a character, keys among them. */
export function isWellFormedThroughout(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(
      ([key, each]) => key.isWellFormed() && isWellFormedThroughout(each),
    );
  }
  return typeof value !== "string" || value.isWellFormed();
}

/** Such a text with at least one character that is not white space. */
export function filledText(maxUtf16: number) {
  return text(maxUtf16).refine((value) => value.trim() !== "", "is empty");
}

/** One line for names and titles. */
export const nameText = filledText(1_000);
/** A statement in the analyst's words. */
export const statementText = filledText(10_000);
/** Free text; may be empty. */
export const noteText = text(100_000);
/** A short optional field such as author or URL; null where nothing is known. */
export const optionalText = text(4_000).nullable();

/** A moment: UTC, ISO 8601, milliseconds. */
export const Moment = z.iso.datetime({ precision: 3 });

/** A day of publication or access: a full or partial ISO 8601 date (2025, 2025-09 or 2025-09-05). */
export const PartialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u,
    "is not a date such as 2025-09-05, 2025-09 or 2025",
  );
