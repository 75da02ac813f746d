/**
 * The text that an article is frozen to: Unicode NFC, and "\n" where the file had "\r\n" or a lone "\r".
 * Nothing else is changed: no space, no empty line, no NUL, no U+2028.
 * @param decoded without its byte order mark, which is encoding and not text
 */
export function canonicalText(decoded: string): string {
  return decoded.replaceAll(/\r\n?/gu, "\n").normalize("NFC");
}
