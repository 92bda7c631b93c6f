// Every page that a person reaches from their home by links and filters: all of some kinds, a few of each other.

/**
 * Visits pages from `from` (`/` unless told), breadth first, and calls `visit(address)` at each. `most(kind)` says how many pages of a kind to
 * visit: a kind is an address with its names and numbers left out, as `/measures/…/children?month`.
 */
export async function crawl(page, most, visit, from = "/") {
  const waiting = [from];
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
      // What programs read is tried elsewhere.
      if (/^\/(api\/v1|oparl)\/|\.atom$/.test(next)) continue;
      if (/\.(csv|xlsx|txt|docx|zip)(\?|$)/.test(next) || /^\/calendar\/|\/files\/(\d+|html|docx|pdf|xlsx|csv)$/.test(next)) {
        const of = kindOf(next);
        if (!files.has(of)) files.set(of, next);
      } else {
        waiting.push(next);
      }
    }
  }
  return { kinds: [...visited.keys()], files: [...files.values()] };
}

/** Words of addresses that are neither names nor numbers. */
const OWN = (
  "measures uploads children checks accounts access-log new delete unreadable " +
  "records history thread edit versions restore erase link move meetings attendance people items papers room minutes approve next " +
  "actions letters confirm plan ratings findings line visits forums ofsted read words issue compare files decisions " +
  "self-assessment ask send"
).split(" ");

/** `/measures/assessment-45/children?month=2018-03` is `/measures/…/children?month`. */
export function kindOf(address) {
  const url = new URL(address, "http://waymark");
  const own = new Set(OWN);
  const known = (part, at) => at === 1 || own.has(part) || part.includes(".");
  const path = url.pathname.split("/").map((part, at) => (part === "" || known(part, at) ? part : "…"));
  const asked = [...url.searchParams.keys()].sort().join("&");
  return path.join("/") + (asked && `?${asked}`);
}

/** In the page: the addresses of its links, and of each filter's form with the last choice of each box. */
function onward() {
  // A drawing's links keep their address otherwise: the attribute is the same in both.
  const links = [...document.querySelectorAll("a[href]")].map((it) => new URL(it.getAttribute("href"), location.href).href);
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
