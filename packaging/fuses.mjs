// Plain JavaScript: electron-builder loads it as it is.
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";

/**
 * All nine fuses of the shipped program, so that none is left to Electron's choice. Switches that would let
 * another program run code as this one are off: Node's own mode, NODE_OPTIONS, --inspect.
 * See https://www.electronjs.org/docs/latest/tutorial/fuses.
 * @param {NodeJS.Platform} platform that is packed for
 */
export function fusesFor(platform) {
  return {
    version: FuseVersion.V1,
    // A newer Electron with a tenth fuse stops the build until it is decided here.
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron checks the archive on macOS and Windows only; on Linux the package's signature has to do.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== "linux",
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The page has a scheme of its own.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  };
}

/**
 * Sets them in a packed program, before it is signed.
 * @param {string} program its path; on macOS that of the .app
 * @param {NodeJS.Platform} platform
 */
export async function setFuses(program, platform) {
  await flipFuses(program, {
    ...fusesFor(platform),
    // Apple's processors start nothing whose signature is broken.
    resetAdHocDarwinSignature: platform === "darwin",
  });
}
