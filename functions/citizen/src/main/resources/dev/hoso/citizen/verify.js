// Hashes a PDF in this browser and compares. Nothing is sent: the page's policy forbids connections.
"use strict";

(() => {
  const box = document.getElementById("check");
  const file = document.getElementById("file");
  const drop = document.getElementById("drop");
  const byHand = document.getElementById("by-hand");
  // No document of ours is larger.
  const LONGEST = 52428800;
  let latest = 0;

  const say = (what) => {
    for (const answer of box.querySelectorAll("[data-say]")) {
      answer.hidden = answer.dataset.say !== what;
    }
  };

  const hex = (bytes) =>
    Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const compare = (sha256) => {
    for (const shown of box.querySelectorAll("[data-hash]")) {
      shown.textContent = sha256;
    }
    if (box.dataset.sha256) {
      say(sha256 === box.dataset.sha256 ? "same" : "other");
    } else {
      location.assign(box.dataset.address + "&sha256=" + sha256);
    }
  };

  const check = async (chosen) => {
    if (!chosen) {
      return;
    }
    const mine = ++latest;
    if (chosen.size > LONGEST) {
      say("other-size");
      return;
    }
    say("busy");
    try {
      const sha256 = hex(await crypto.subtle.digest("SHA-256", await chosen.arrayBuffer()));
      // A file chosen meanwhile has the last word.
      if (mine === latest) {
        compare(sha256);
      }
    } catch {
      if (mine === latest) {
        say("unreadable");
      }
    }
  };

  // Browsers lend their hash function to pages from https and from this very machine alone.
  if (!globalThis.crypto || !crypto.subtle) {
    return;
  }
  box.hidden = false;
  byHand.open = false;
  file.addEventListener("change", () => check(file.files[0]));
  // A file that misses the box would else be opened in place of the page.
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => event.preventDefault());
  drop.addEventListener("dragover", () => drop.classList.add("over"));
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    check(event.dataTransfer.files[0]);
  });
})();
