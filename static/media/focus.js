/* A click on the picture writes the two numbers; the numbers move the mark. Works without: the
   fields are ordinary. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const place = document.querySelector("[data-focus]");
  const x = document.getElementById("id_focal_x");
  const y = document.getElementById("id_focal_y");
  if (!place || !x || !y) return;
  const picture = place.querySelector("img");
  const mark = place.querySelector(".focus-mark");

  function show() {
    mark.hidden = !(x.checkValidity() && y.checkValidity() && x.value && y.value);
    mark.style.left = Number(x.value) * 100 + "%";
    mark.style.top = Number(y.value) * 100 + "%";
  }

  function share(position, length) {
    return Math.min(1, Math.max(0, position / length)).toFixed(2);
  }

  picture.addEventListener("click", function (event) {
    const box = picture.getBoundingClientRect();
    x.value = share(event.clientX - box.left, box.width);
    y.value = share(event.clientY - box.top, box.height);
    show();
  });
  x.addEventListener("input", show);
  y.addEventListener("input", show);
  show();
  place.classList.add("is-ready");
});
