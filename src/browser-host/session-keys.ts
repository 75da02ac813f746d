import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A code reaches the browser in an address, where other programs may see it: it does not live long. */
const codeLifeMs = 60_000;
/** More codes than this do not wait; the oldest goes first. */
const maxWaitingCodes = 32;
/** Wrong guesses that are answered at once; after them each takes a second. */
const freeGuesses = 20;
const guessDelayMs = 1_000;

/** What a page needs to be let in: a one-time code, and the token that it is exchanged for. */
export type SessionKeys = {
  /** 256 bits, base64url; lives as long as the host. */
  readonly token: string;
  /** A new code, 256 bits, base64url: good once, for 60 seconds. */
  readonly issueCode: () => string;
  /** Whether the code was good; it no longer is. */
  readonly useCode: (code: string) => boolean;
  readonly isToken: (token: string) => boolean;
  /** To be called for each wrong code or token, and waited for before the answer. */
  readonly countWrongGuess: () => Promise<void>;
};

export function createSessionKeys(
  nowMs: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
): SessionKeys {
  const token = newSecret();
  const tokenHash = hashOf(token);
  // Looked up by hash, so that the time of a look-up tells nothing about a code.
  const expiryOfCode = new Map<string, number>();
  let wrongGuesses = 0;
  return {
    token,
    issueCode: () => {
      const code = newSecret();
      expiryOfCode.set(hashOf(code).toString("hex"), nowMs() + codeLifeMs);
      for (const oldest of expiryOfCode.keys()) {
        if (expiryOfCode.size <= maxWaitingCodes) {
          break;
        }
        expiryOfCode.delete(oldest);
      }
      return code;
    },
    useCode: (code) => {
      const key = hashOf(code).toString("hex");
      const expiry = expiryOfCode.get(key);
      expiryOfCode.delete(key);
      return expiry !== undefined && nowMs() < expiry;
    },
    isToken: (candidate) => timingSafeEqual(hashOf(candidate), tokenHash),
    countWrongGuess: async () => {
      wrongGuesses += 1;
      if (wrongGuesses > freeGuesses) {
        await wait(guessDelayMs);
      }
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
