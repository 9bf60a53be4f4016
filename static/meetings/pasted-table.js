// From the clipboard of Word, Excel or a web page to rows of plain texts.
(function () {
  "use strict";
  // Paragraphs and line breaks part words; a document that is never shown has no innerText.
  function text(cell) {
    const copy = cell.cloneNode(true);
    for (const part of copy.querySelectorAll("br, p, div, li")) part.after(" ");
    return copy.textContent;
  }
  const plain = (words) => words.replace(/[\u00ad\u200b\ufeff]/g, "").replace(/\s+/g, " ").trim();

  // A cell that spans rows or columns counts in each of them: Word joins the cells of one day.
  function fromHtml(html) {
    const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
    if (!table) return null;
    const rows = [];
    [...table.rows].forEach((row, down) => {
      rows[down] = rows[down] || [];
      let across = 0;
      for (const cell of row.cells) {
        while (rows[down][across] !== undefined) across += 1;
        const words = plain(text(cell));
        const wide = Math.min(cell.colSpan || 1, 30);
        for (let y = 0; y < Math.min(cell.rowSpan || 1, 200); y += 1) {
          rows[down + y] = rows[down + y] || [];
          for (let x = 0; x < wide; x += 1) rows[down + y][across + x] = y === 0 && x === 0 ? words : (x ? "" : words);
        }
        if (row.cells.length === 1 && wide > 1) rows[down].heading = words;
        across += wide;
      }
    });
    return rows.slice(0, table.rows.length);
  }

  // Tab-separated, a line break inside quotation marks belongs to its cell (Excel).
  function fromText(words) {
    const rows = [[]];
    const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/g;
    let found;
    while (cell.lastIndex < words.length && (found = cell.exec(words))) {
      const quoted = found[1].startsWith('"') && found[1].length > 1;
      rows[rows.length - 1].push(plain(quoted ? found[1].slice(1, -1).replace(/""/g, '"') : found[1]));
      if (found[2] && found[2] !== "\t") rows.push([]);
      if (found[0] === "") break;
    }
    return rows.filter((row) => row.some(Boolean));
  }

  // The table on the clipboard, or null when what is pasted is only words for one cell.
  window.pastedTable = function (clipboard) {
    const html = clipboard.getData("text/html");
    const words = clipboard.getData("text/plain");
    const rows = (html && fromHtml(html)) || (words.includes("\t") ? fromText(words) : null);
    const filled = rows && rows.filter((row) => row && row.some(Boolean));
    return filled && (filled.length > 1 || filled[0]?.length > 1) ? filled : null;
  };
})();
