/**
 * An image of an SVG, ready to be drawn. Its `src` is an address that whoever is done with it revokes.
 * @throws when the browser cannot draw it
 */
export async function loadedPicture(svg: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await picture.decode();
  return picture;
}
