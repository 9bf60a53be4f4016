// Copies of what is typed, on this machine: in IndexedDB, which is on the disk before a copy counts
// as kept, so that they outlive a killed browser; in localStorage where there is none.
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
  return {
    async put(copy) {
      try { await within("readwrite", (store) => store.put(copy, copy.slot)); }
      catch (error) { localStorage.setItem(beside(copy.slot), JSON.stringify(copy)); }
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
      try { found = [...found, ...allBeside(start)]; } catch (error) { /* forbidden */ }
      for (const copy of found) if (copy.at < Date.now() - OLD) this.drop(copy.slot);
      return found.filter((copy) => copy.at >= Date.now() - OLD);
    },
  };
})();
