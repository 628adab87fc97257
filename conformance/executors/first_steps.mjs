// The first quarter of an hour in another language: JavaScript, with whole numbers of any size.
// Built from README.md, PROTOCOL.md, CONFORMANCE.md and gb3838-2002.json alone.

import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const CLASSES = ["I", "II", "III", "IV", "V", "inferior_V"];
let items = new Map();

// A decimal is [units, places]: its value is units / 10^places.
function decimal(text) {
  const [, sign, whole, part = "", exponent = "0"] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  let units = BigInt(sign + whole + part);
  let places = part.length - Number(exponent);
  if (places < 0) {
    units *= 10n ** BigInt(-places);
    places = 0;
  }
  return [units, places];
}

function compare([a, p], [b, q]) {
  const left = a * 10n ** BigInt(q);
  const right = b * 10n ** BigInt(p);
  return left < right ? -1 : left > right ? 1 : 0;
}

// Half to even of numerator / denominator at so many decimals: the units.
function rounded(numerator, denominator, decimals) {
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(decimals);
  let units = scaled / denominator;
  const twice = (scaled % denominator) * 2n;
  if (twice > denominator || (twice === denominator && units % 2n === 1n)) units += 1n;
  return numerator < 0n ? -units : units;
}

function text(units, decimals, negative = units < 0n) {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const shown = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return negative ? `-${shown}` : shown;
}

// If the result is 0, one significant digit stays.
function keepingDigit([units, places], decimals) {
  const ten = 10n ** BigInt(places);
  let kept = decimals;
  if (units !== 0n && rounded(units, ten, decimals) === 0n) {
    kept = 1;
    while ((units < 0n ? -units : units) * 10n ** BigInt(kept) < ten) kept += 1;
  }
  return [rounded(units, ten, kept), kept];
}

function classOf(name, cell, body, comparison) {
  const item = items.get(name);
  let value = decimal(cell);
  if (comparison === "round_first") value = keepingDigit(value, item.assessment_decimals_2020);
  if (item.direction === "range") {
    const { min, max } = item.limits.all;
    return compare(value, decimal(min)) >= 0 && compare(value, decimal(max)) <= 0 ? "I" : "inferior_V";
  }
  const limits = item.limits && (item.limits.all ?? item.limits[body]);
  if (!limits) return null;
  const meets = (limit) => (item.direction === "ge" ? compare(value, limit) >= 0 : compare(value, limit) <= 0);
  return CLASSES.find((name) => name === "inferior_V" || meets(decimal(limits[name])));
}

function percent(part, total, decimals) {
  const [[a, p], [b, q]] = [decimal(part), decimal(total)];
  return rounded(a * 10n ** BigInt(q) * 100n, b * 10n ** BigInt(p), decimals);
}

const kinds = {
  round({ value, decimals }) {
    const [units, kept] = keepingDigit(decimal(value), Number(decimals));
    return { rounded: text(units, kept, decimal(value)[0] < 0n) };
  },
  item_class({ item, value, water_body, comparison }) {
    return { class: classOf(item, value, water_body, comparison) };
  },
  share({ total, parts, decimals }) {
    const places = Number(decimals);
    const shown = Object.entries(parts).map(([name, part]) => [name, text(percent(part, total, places), places)]);
    return { percents: Object.fromEntries(shown) };
  },
  goal({ count, total, direction, target_percent, decimals }) {
    const places = Number(decimals);
    const target = decimal(target_percent);
    const ends = ["0", "100"].some((end) => compare(target, decimal(end)) === 0);
    // In exact counts against 0 and 100: share · total and target · total.
    const order = ends
      ? compare([BigInt(count) * 100n, 0], [target[0] * BigInt(total), target[1]])
      : compare([percent(count, total, places), places], target);
    const met = direction === "at_least" ? order >= 0 : order <= 0;
    return { percent: text(percent(count, total, places), places), verdict: met ? "met" : "missed" };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  let reply;
  if (message.protocol) {
    const standard = JSON.parse(readFileSync(join(message.data_root, "gb3838-2002.json"), "utf8"));
    items = new Map(standard.table1.map((row) => [row.symbol, row]));
    reply = { protocol: "gb3838-conformance/1", program: "first steps in JavaScript", kinds: Object.keys(kinds) };
  } else if (kinds[message.kind]) {
    reply = { id: message.id, answer: kinds[message.kind](message.input) };
  } else {
    reply = { id: message.id, unsupported: true };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
