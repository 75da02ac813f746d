import { loadedPicture } from "./picture.ts";

/** Twice the pixels of the screen at zoom 1, so that small type stays sharp on paper and on dense screens. */
const wantedScale = 2;
/** Larger textures are beyond many graphics cards: https://web3dsurvey.com/webgl/parameters/MAX_TEXTURE_SIZE */
const maxSidePx = 16_384;
/** Four bytes a pixel: 256 MB while it is drawn. */
const maxAreaPx = 64_000_000;

type PixelSize = { readonly width: number; readonly height: number };

/** How much larger than at zoom 1 a picture of this size can be drawn, at most twice. Pixels. */
export function scaleOfPng({ width, height }: PixelSize): number {
  return Math.min(
    wantedScale,
    maxSidePx / Math.max(width, height),
    Math.sqrt(maxAreaPx / (width * height)),
  );
}

/**
 * Draws an SVG, which loads nothing from anywhere, into a PNG.
 * @param size of the SVG, in pixels at zoom 1
 * @throws when the browser cannot draw it
 */
export async function boardInPng(
  svg: string,
  size: PixelSize,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly scale: number }> {
  const scale = scaleOfPng(size);
  const picture = await loadedPicture(svg);
  try {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.floor(size.width * scale));
    canvas.height = Math.max(1, Math.floor(size.height * scale));
    const drawing = canvas.getContext("2d", { alpha: false });
    if (drawing === null) {
      throw new Error("the browser has no memory to draw on");
    }
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) {
      throw new Error("the browser did not write the picture");
    }
    return { bytes: new Uint8Array(await blob.arrayBuffer()), scale };
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}
