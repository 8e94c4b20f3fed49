// Tables can be sorted; without this script they are plain tables. On a phone the
// contents are folded up, so that the paper begins on the first screen.
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  var said = document.getElementById("said");

  function key(row, column) {
    var cell = row.cells[column];
    return cell.hasAttribute("data-value") ? cell.getAttribute("data-value") : cell.textContent.trim();
  }

  // Refs sort as people count: 1.9 before 1.10.
  function compare(a, b) {
    return a.localeCompare(b, "en-GB", { numeric: true });
  }

  function makeSortable(table) {
    var body = table.tBodies[0];
    var plan = Array.from(body.rows); // the paper's own order
    if (plan.length < 2) return;
    var heads = Array.from(table.tHead.rows[0].cells);

    // First ascending, then descending, then the paper's own order again.
    function sort(column) {
      var head = heads[column];
      var was = head.getAttribute("aria-sort");
      var now = was === "ascending" ? "descending" : was === "descending" ? "" : "ascending";
      heads.forEach(function (h) { h.removeAttribute("aria-sort"); });
      if (now) head.setAttribute("aria-sort", now);
      table.classList.toggle("sorted", now !== "");
      var sign = now === "descending" ? -1 : 1;
      var rows = plan.slice();
      if (now) rows.sort(function (a, b) { return sign * compare(key(a, column), key(b, column)); });
      rows.forEach(function (row) { body.appendChild(row); });
      var name = head.querySelector("button").textContent;
      said.textContent = table.caption.textContent + ": " + (now ? "sorted by " + name + ", " + now : "in the paper’s own order");
    }

    heads.forEach(function (head, column) {
      var words = head.querySelector(".title") || head;
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(words.childNodes));
      words.append(button);
      button.addEventListener("click", function () { sort(column); });
    });
  }

  // A table whose rows are blocks on a phone stays a table to a screen reader.
  function keepRoles(table) {
    table.setAttribute("role", "table");
    table.querySelectorAll("thead,tbody").forEach(function (part) { part.setAttribute("role", "rowgroup"); });
    table.querySelectorAll("tr").forEach(function (row) { row.setAttribute("role", "row"); });
    table.querySelectorAll("td").forEach(function (cell) { cell.setAttribute("role", "cell"); });
    table.querySelectorAll("th").forEach(function (cell) {
      cell.setAttribute("role", cell.scope === "row" ? "rowheader" : "columnheader");
    });
  }

  // A paper that has to fit on one side is printed with what fits.
  var side = document.getElementById("one-side"), main = document.getElementById("main"), whole = [];
  if (side) {
    window.addEventListener("beforeprint", function () {
      whole = Array.from(main.childNodes);
      main.innerHTML = side.textContent;
      main.classList.add("one");
    });
    window.addEventListener("afterprint", function () {
      main.replaceChildren.apply(main, whole);
      main.classList.remove("one");
    });
  }

  var contents = document.querySelector("nav details");
  if (contents && window.matchMedia("(max-width:46rem)").matches) contents.open = false;
  document.querySelectorAll("table.sortable").forEach(makeSortable);
  document.querySelectorAll("table.stack,table.timeline").forEach(keepRoles);
})();
