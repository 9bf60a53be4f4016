/* A photo made small enough for a poor line: upright, at most 2400 pixels, JPEG. What this browser
   cannot draw goes as it is. */
window.quickShrink = (function () {
  "use strict";
  const LONGEST = 2400;
  const AS_THEY_ARE = ["image/jpeg", "image/png", "image/webp"];

  async function drawn(file) {
    if (window.createImageBitmap) {
      try { return await createImageBitmap(file, { imageOrientation: "from-image" }); } catch (error) { /* older */ }
    }
    const picture = new Image();
    picture.src = URL.createObjectURL(file);
    try { await picture.decode(); } finally { URL.revokeObjectURL(picture.src); }
    return picture; // drawn upright, as the page shows it
  }

  async function shrink(file) {
    try {
      const picture = await drawn(file);
      const [width, height] = [picture.naturalWidth || picture.width, picture.naturalHeight || picture.height];
      const share = Math.min(1, LONGEST / Math.max(width, height));
      if (share === 1 && AS_THEY_ARE.includes(file.type)) return file;
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * share);
      canvas.height = Math.round(height * share);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      if (picture.close) picture.close();
      const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.86));
      canvas.width = canvas.height = 0; // phones count canvases
      if (!made || (made.size >= file.size && AS_THEY_ARE.includes(file.type))) return file;
      return made;
    } catch (error) {
      return file;
    }
  }
  return shrink;
})();
