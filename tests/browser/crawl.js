// Every page that a person reaches from their home by links and filters: all of some kinds, a few of each other.

/**
 * Visits pages from `/`, breadth first, and calls `visit(address)` at each. `most(kind)` says how many pages of a kind to
 * visit: a kind is an address with its names and numbers left out, as `/measures/…/children?month`.
 */
export async function crawl(page, most, visit) {
  const waiting = ["/"];
  const met = new Set(waiting);
  const visited = new Map();
  const files = new Map();
  while (waiting.length > 0) {
    const address = waiting.shift();
    const kind = kindOf(address);
    if ((visited.get(kind) ?? 0) >= most(kind)) continue;
    visited.set(kind, (visited.get(kind) ?? 0) + 1);
    await visit(address);
    for (const next of await page.evaluate(onward)) {
      if (met.has(next)) continue;
      met.add(next);
      if (/\.(csv|xlsx|txt)(\?|$)/.test(next)) {
        const of = kindOf(next);
        if (!files.has(of)) files.set(of, next);
      } else {
        waiting.push(next);
      }
    }
  }
  return { kinds: [...visited.keys()], files: [...files.values()] };
}

/** `/measures/assessment-45/children?month=2018-03` is `/measures/…/children?month`. */
export function kindOf(address) {
  const url = new URL(address, "http://waymark");
  const own = new Set(["measures", "uploads", "children", "checks", "accounts", "access-log", "new", "delete", "unreadable"]);
  const known = (part, at) => at === 1 || own.has(part) || part.includes(".");
  const path = url.pathname.split("/").map((part, at) => (part === "" || known(part, at) ? part : "…"));
  const asked = [...url.searchParams.keys()].sort().join("&");
  return path.join("/") + (asked && `?${asked}`);
}

/** In the page: the addresses of its links, and of each filter's form with the last choice of each box. */
function onward() {
  const links = [...document.querySelectorAll("a[href]")].map((it) => it.href);
  for (const form of document.querySelectorAll("form[method=get]")) {
    const url = new URL(form.action);
    for (const box of form.querySelectorAll("input[type=hidden], select")) {
      const choice = box.options ? box.options[box.options.length - 1] : box;
      url.searchParams.set(box.name, choice.value);
    }
    links.push(url.href);
  }
  return links
    .map((it) => new URL(it))
    .filter((it) => it.origin === location.origin)
    .map((it) => it.pathname + it.search);
}
