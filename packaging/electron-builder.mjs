// For `npx electron-builder@26.17.0 --config packaging/electron-builder.mjs`, which needs Electron's runtime.
import { join } from "node:path";

import { setFuses } from "./fuses.mjs";

const programNames = {
  darwin: (name) => `${name}.app`,
  win32: (name) => `${name}.exe`,
  linux: (_name, executable) => executable,
};

const configuration = {
  appId: "org.corroboard.desktop",
  productName: "Corroboard",
  // The fuse OnlyLoadAppFromAsar wants the whole application in the archive but what has to be a file.
  asar: true,
  asarUnpack: ["node_modules/better-sqlite3/**"],
  files: ["out/**", "!out/**/*.map", "resources/**", "LICENSE", "!node_modules/node{,-*}/**"],
  // better-sqlite3 comes with binaries for Node-API, which fit Electron as they are.
  npmRebuild: false,
  publish: null,
  afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
    const { productFilename } = packager.appInfo;
    const program = programNames[electronPlatformName](productFilename, packager.executableName);
    await setFuses(join(appOutDir, program), electronPlatformName);
  },
  mac: {
    target: ["dmg", "zip"],
    hardenedRuntime: true,
    category: "public.app-category.productivity",
  },
  win: { target: ["nsis"] },
  linux: { target: ["AppImage", "deb"], category: "Office" },
};

// electron-builder reads the default export.
// oxlint-disable-next-line import/no-default-export
export default configuration;
