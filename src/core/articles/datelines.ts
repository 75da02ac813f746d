// No character can be matched in two ways, so that the search stays linear whatever the text.

/** "KYIV", "NEW YORK", "SAINT-DENIS", "WASHINGTON D.C.": words in capitals, three letters or more at first. */
const cityInCapitals = String.raw`\p{Lu}[\p{Lu}\p{M}’']{2,}(?:[ -]\p{Lu}[\p{Lu}\p{M}.’']*){0,4}`;
/** "Kyiv", "New York". Taken for a city only when an agency in brackets follows. */
const city = String.raw`\p{Lu}[\p{L}\p{M}.’']+(?:[ -]\p{L}[\p{L}\p{M}.’']*){0,4}`;
/** ", Russia", ", Sept. 5", ", D.C.": up to three, each of a few short words. */
const further = String.raw`(?:, ?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.’']*(?:[ -][\p{L}\p{M}\p{N}.’']+){0,3}){0,3}`;
/** "(Reuters)", "(AP)". */
const agency = String.raw`\([\p{Lu}][\p{L}\p{N} .&/-]{1,30}\)`;
const dash = String.raw`\s*(?:[—–]|--|-(?=\s))`;

const dateline = new RegExp(
  `^\\s*(?:${cityInCapitals}${further}(?: ${agency})?|${city}${further} ${agency})${dash}(?=\\s*\\S)`,
  "u",
);

/** No dateline is longer; keeps the expression off the rest of a long paragraph. */
const maxLength = 120;

/**
 * Length of the dateline that opens a paragraph, its dash included ("VLADIVOSTOK, Russia —"), in
 * UTF-16 code units; 0 when there is none.
 */
export function datelineLength(paragraph: string): number {
  return dateline.exec(paragraph.slice(0, maxLength))?.[0].length ?? 0;
}
