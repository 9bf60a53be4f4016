/* What is written and photographed on "Gửi nhanh", on this phone until it has arrived: in IndexedDB,
   so that a closed page, a dead battery or a cut line loses nothing. Without one it is kept in
   memory only and `keeps` says so. Stores: sends {token, user, about, portal, title, notes, state,
   made, …} and photos {token, send, place, name, blob, size, sha256, done, refused}. */
window.quickStore = (function () {
  "use strict";
  const NAME = "toasoan-gui-nhanh";
  const memory = { sends: new Map(), photos: new Map() };
  let opening = null;

  function open() {
    opening = opening || new Promise((yes, no) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("sends", { keyPath: "token" });
        asked.result.createObjectStore("photos", { keyPath: "token" }).createIndex("send", "send");
      };
      asked.onsuccess = () => yes(asked.result);
      asked.onerror = asked.onblocked = () => no(asked.error);
    });
    return opening;
  }

  async function within(store, mode, ask) {
    const base = await open();
    return new Promise((yes, no) => {
      const whole = base.transaction(store, mode, { durability: "strict" });
      const asked = ask(whole.objectStore(store));
      whole.oncomplete = () => yes(asked.result);
      whole.onerror = whole.onabort = () => no(whole.error);
    });
  }

  const store = {
    keeps: true,
    async put(name, row) {
      memory[name].set(row.token, row);
      try { await within(name, "readwrite", (rows) => rows.put(row)); } catch (error) { store.keeps = false; }
    },
    async drop(name, token) {
      memory[name].delete(token);
      try { await within(name, "readwrite", (rows) => rows.delete(token)); } catch (error) { /* not kept */ }
    },
    async sends(user) {
      let rows = [];
      try { rows = await within("sends", "readonly", (all) => all.getAll()); } catch (error) { store.keeps = false; }
      if (!store.keeps) rows = Array.from(memory.sends.values());
      return rows.filter((row) => row.user === user).sort((one, other) => one.made - other.made);
    },
    async photos(send) {
      let rows = [];
      try { rows = await within("photos", "readonly", (all) => all.index("send").getAll(send)); } catch (error) { store.keeps = false; }
      if (!store.keeps) rows = Array.from(memory.photos.values()).filter((row) => row.send === send);
      return rows.sort((one, other) => one.place - other.place);
    },
  };
  return store;
})();
