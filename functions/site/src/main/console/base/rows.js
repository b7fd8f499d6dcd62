/** The rows of a CSV file (RFC 4180) by the names of its first line. The separator is a comma, or a semicolon if the first line has one. */
export function rowsOf(text) {
  const [names = [], ...rows] = cells(text.replace(/^\ufeff/, ""));
  const heads = names.map((name) => name.trim().toLowerCase().replaceAll(" ", "_"));
  return { heads, rows: rows.filter((row) => row.some((value) => value.trim())).map((row) => Object.fromEntries(heads.map((head, at) => [head, (row[at] ?? "").trim()]))) };
}

function cells(text) {
  const separator = /^[^\n"]*;/.test(text) ? ";" : ",";
  const rows = [[""]];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1);
    const letter = text[at];
    if (letter === '"' && isQuoted && text[at + 1] === '"') row[row.length - 1] += text[++at];
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) row[row.length - 1] += letter;
    else if (letter === separator) row.push("");
    else if (letter === "\n") rows.push([""]);
    else if (letter !== "\r") row[row.length - 1] += letter;
  }
  return rows;
}
