"use strict";
// Tables that are sorted by their headings and filtered by words; and a link into a folded table unfolds it.
(() => {
  const MOST_SEEN = 8;
  const collator = new Intl.Collator("nb", { numeric: true, sensitivity: "base" });
  const number = (text) => (/^[-−+]?[\d  ]+(,\d+)?$/.test(text) ? Number(text.replace(/[  ]/g, "").replace("−", "-").replace(",", ".")) : NaN);
  const day = (text) => text.replace(/(\d\d)\.(\d\d)\.(\d{4})/g, "$3-$2-$1");
  const compare = (a, b) => {
    if (!a || !b) return (b ? 1 : 0) - (a ? 1 : 0);
    const [x, y] = [number(a), number(b)];
    return isNaN(x) || isNaN(y) ? collator.compare(day(a), day(b)) : x - y;
  };
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  const sortable = (table) => {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const button = make("button", { type: "button", textContent: heading.textContent });
      heading.replaceChildren(button);
      button.addEventListener("click", () => {
        const falling = heading.getAttribute("aria-sort") === "ascending";
        headings.forEach((one) => one.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
        const body = table.tBodies[0];
        const text = (row) => row.cells[column].textContent.trim();
        const rows = [...body.rows].sort((a, b) => {
          // what is not known stands last, however it is sorted
          const empty = !text(a) || !text(b);
          return compare(text(a), text(b)) * (falling && !empty ? -1 : 1);
        });
        body.append(...rows);
      });
    });
  };

  const filterable = (table, box) => {
    const rows = [...table.tBodies[0].rows];
    const input = make("input", { type: "search" });
    const said = make("span", {});
    said.setAttribute("role", "status");
    input.addEventListener("input", () => {
      const words = input.value.toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
      let seen = 0;
      rows.forEach((row) => {
        const text = row.textContent.toLocaleLowerCase("nb");
        row.hidden = !words.every((word) => text.includes(word));
        seen += !row.hidden;
      });
      said.textContent = words.length ? `${seen} av ${rows.length} rader` : "";
    });
    const label = make("label", { textContent: "Vis bare rader med " });
    label.append(input);
    const line = make("div", { className: "filter" });
    line.append(label, said);
    box.before(line);
  };

  document.querySelectorAll(".tabell > table").forEach((table) => {
    if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 2) return;
    sortable(table);
    if (table.tBodies[0].rows.length > MOST_SEEN) filterable(table, table.parentElement);
  });

  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
