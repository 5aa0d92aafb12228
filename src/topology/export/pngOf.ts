/**
 * An SVG document as PNG, by the browser alone: the document is loaded as an image from a `data:`
 * address, which the console's Content-Security-Policy allows for images, and drawn on a canvas. No
 * worker, no `blob:` image.
 */

/** Pixels per side that browsers draw without complaint. */
const LARGEST_SIDE = 8192;
/** Pixels per unit, for sharp words in a document. */
const SHARPNESS = 2;

const loadImage = (source: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The browser could not draw the picture.'));
    image.src = source;
  });

/**
 * @param width of the document in its own units
 * @throws when the browser cannot draw it
 */
export const pngOf = async (svg: string, width: number, height: number): Promise<Blob> => {
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const scale = Math.min(SHARPNESS, LARGEST_SIDE / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob === null ? reject(new Error('The picture is too large for a PNG.')) : resolve(blob),
      'image/png',
    );
  });
};
