// Copies of what is typed, on this machine: in IndexedDB, which is on the disk before a copy counts
// as kept, so that they outlive a killed browser; until then in localStorage, which takes them at
// once, so that a tab closed after the last key loses none.
window.keptHere = (function () {
  "use strict";
  const NAME = "toasoan";
  const STORE = "typed";
  const OLD = 30 * 24 * 3600 * 1000;
  let opening = null;
  function open() {
    opening = opening || new Promise((yes, no) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => yes(asked.result);
      asked.onerror = () => no(asked.error);
    });
    return opening;
  }
  async function within(mode, ask) {
    const base = await open();
    return new Promise((yes, no) => {
      const whole = base.transaction(STORE, mode, { durability: "strict" });
      const asked = ask(whole.objectStore(STORE));
      whole.oncomplete = () => yes(asked.result);
      whole.onerror = whole.onabort = () => no(whole.error);
    });
  }
  const beside = (slot) => `${NAME}:${STORE}:${slot}`;
  function allBeside(start) {
    const found = [];
    for (let n = 0; n < localStorage.length; n += 1) {
      const name = localStorage.key(n);
      if (name.startsWith(beside(start))) found.push(JSON.parse(localStorage.getItem(name)));
    }
    return found;
  }
  function newest(copies) {
    const by = new Map();
    for (const copy of copies) {
      const other = by.get(copy.slot);
      if (!other || other.number < copy.number) by.set(copy.slot, copy);
    }
    return [...by.values()];
  }
  return {
    // On this machine when it returns, if not yet on its disk.
    now(copy) {
      try {
        const there = JSON.parse(localStorage.getItem(beside(copy.slot)));
        if (!there || there.number <= copy.number) localStorage.setItem(beside(copy.slot), JSON.stringify(copy));
      } catch (error) { /* forbidden or full: the disk takes it */ }
    },
    async put(copy) {
      try { await within("readwrite", (store) => store.put(copy, copy.slot)); }
      catch (error) { this.now(copy); return; }
      const name = beside(copy.slot);
      if (localStorage.getItem(name) === JSON.stringify(copy)) localStorage.removeItem(name);
    },
    async drop(slot) {
      try { localStorage.removeItem(beside(slot)); } catch (error) { /* forbidden: nothing is in it */ }
      try { await within("readwrite", (store) => store.delete(slot)); } catch (error) { /* no store */ }
    },
    // Copies whose slot starts so; those nobody came back to for 30 days go.
    async all(start) {
      let found = [];
      try { found = await within("readonly", (store) => store.getAll(IDBKeyRange.bound(start, `${start}\uffff`))); }
      catch (error) { /* no store */ }
      try { found = newest([...found, ...allBeside(start)]); } catch (error) { /* forbidden */ }
      for (const copy of found) if (copy.at < Date.now() - OLD) this.drop(copy.slot);
      return found.filter((copy) => copy.at >= Date.now() - OLD);
    },
  };
})();
