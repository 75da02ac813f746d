/**
 * What the page may do, sent by both hosts with every file of the page, byte for byte the same.
 * Nothing but the page's own files can be loaded or run, and nothing can be reached but its own host.
 */

/**
 * React Aria puts one constant style element into the page: it takes away the delay before a double tap.
 * The hash admits that element and no other; a test recomputes it from the installed package.
 */
export const pressableStyleHash = "sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=";

/** The only Trusted Types policy that the page may make: it lets a worker of the page's own be started. */
export const workerPolicyName = "corroboard-worker";

/** A Content Security Policy, level 3, with Trusted Types: no string ever becomes markup or script. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${pressableStyleHash}'`,
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${workerPolicyName}`,
].join("; ");

const refusedFeatures = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "camera",
  "display-capture",
  "encrypted-media",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "web-share",
  "xr-spatial-tracking",
];

/** Header names in lower case. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "permissions-policy": refusedFeatures.map((feature) => `${feature}=()`).join(", "),
};
