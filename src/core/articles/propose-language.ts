/** How much of a text is looked at. */
const sampleLength = 20_000;
/** Fewer letters say little. */
const minLetters = 20;

/** Scripts that, as good as always, write one language. Not Latin, Arabic, Cyrillic, Devanagari, Hebrew. */
const languageOfScript: readonly { readonly script: RegExp; readonly language: string }[] = [
  { script: /\p{Script=Hangul}/gu, language: "ko" },
  { script: /\p{Script=Thai}/gu, language: "th" },
  { script: /\p{Script=Greek}/gu, language: "el" },
  { script: /\p{Script=Georgian}/gu, language: "ka" },
  { script: /\p{Script=Armenian}/gu, language: "hy" },
  { script: /\p{Script=Tamil}/gu, language: "ta" },
];

/** The language as a BCP 47 tag where the script alone makes it certain; otherwise null. */
export function proposeLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  const letters = countOf(sample, /\p{L}/gu);
  if (letters < minLetters) {
    return null;
  }
  const kana = countOf(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = countOf(sample, /\p{Script=Han}/gu);
  if (kana > letters * 0.1 && kana + han > letters * 0.6) {
    return "ja";
  }
  // Chinese of either script: "zh" covers both. Japanese never goes that long without a kana.
  if (han > letters * 0.6 && han >= 100 && kana === 0) {
    return "zh";
  }
  return (
    languageOfScript.find(({ script }) => countOf(sample, script) > letters * 0.6)?.language ?? null
  );
}

function countOf(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}
