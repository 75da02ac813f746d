import { workerPolicyName } from "#contract/page-policy";

type WorkerPolicy = { readonly createScriptURL: (url: string) => unknown };

/** Chromium has it; TypeScript's library of the page does not know it yet. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => WorkerPolicy;
};

let policy: WorkerPolicy | undefined;

/**
 * The address of a worker that the build made, in the form that the page's policy asks for: an address
 * alone never becomes script here. Anything but a file of the page itself is refused.
 */
export function scriptUrlOfWorker(url: string): URL {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) {
    return new URL(url, location.href);
  }
  policy ??= trustedTypes.createPolicy(workerPolicyName, {
    createScriptURL: (wanted) => {
      const address = new URL(wanted, location.href);
      if (address.origin !== location.origin || !address.pathname.endsWith(".js")) {
        throw new TypeError("only the page's own workers are started");
      }
      return address.href;
    },
  });
  // A TrustedScriptURL; Worker takes it where it takes a URL.
  return policy.createScriptURL(url) as URL;
}
