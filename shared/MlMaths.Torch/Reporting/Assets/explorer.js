/*
  The explorer of a report: what follows from a threshold, two costs, the cost of a review and a base rate. The numbers are
  those of ShiftedOutcome.cs and ThinnedCounts.cs, in the same letters and in the same order of operations, so that both give
  the same digits. Nothing is loaded, sent or stored, and nothing moves by itself.
*/
'use strict';

(() => {
  const $ = name => document.getElementById('x-' + name);
  const data = JSON.parse($('data').textContent);
  const start = data.start;

  // ── Counts ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
  // thresholds[0] is null, above all scores: nothing is called. hits[k] and alarms[k] are TP and FP at thresholds[k].
  const thresholds = data.thresholds, last = thresholds.length - 1;
  const hits = summed(data.hits), alarms = summed(data.alarms);

  function summed(rises) {
    let sum = 0;
    return rises.map(rise => sum += rise);
  }

  /** What threshold k means for 10,000 rows under a setting {baseRate, miss, alarm, review}. */
  function outcome(k, { baseRate, miss, alarm, review }) {
    const recall = hits[k] / data.positives, specificity = (data.negatives - alarms[k]) / data.negatives;
    const found = data.rows * baseRate * recall;
    const missed = data.rows * baseRate * ((data.positives - hits[k]) / data.positives);
    const falseAlarms = data.rows * (1 - baseRate) * (alarms[k] / data.negatives);
    const leftAlone = data.rows * (1 - baseRate) * specificity;
    const called = found + falseAlarms;
    return {
      found, missed, falseAlarms, leftAlone, called, recall, specificity,
      fallout: alarms[k] / data.negatives,
      precision: called > 0 ? found / called : null,
      share: called / data.rows,
      cost: miss * missed + alarm * falseAlarms + review * called,
    };
  }

  /** The threshold of least cost; where several cost the same, the highest: the fewest calls for that money. */
  function cheapest(setting) {
    let best = 0, least = outcome(0, setting).cost;
    for (let k = 1; k <= last; k++) {
      const cost = outcome(k, setting).cost;
      if (cost < least) [best, least] = [k, cost];
    }
    return best;
  }

  /** The first threshold, going down, that calls no more rows than this one. */
  function indexOf(threshold) {
    let k = 0;
    while (k < last && thresholds[k + 1] >= threshold) k++;
    return k;
  }

  // ── Numbers in words ────────────────────────────────────────────────────────────────────────────────────────────────────
  const DASH = '–';

  /** Fixed decimals, thousands apart. */
  function fixed(number, decimals) {
    const [whole, part] = number.toFixed(decimals).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? '.' + part : '');
  }

  /** Decimals that show three digits of a number of this size; from a hundred on there are none. */
  function decimalsFor(size, most) {
    let decimals = 0;
    for (let limit = 100; decimals < most && size < limit; limit /= 10) decimals++;
    return decimals;
  }

  /** A count or a cost: 9,570, 98.4 or 1.20. */
  const amount = number => number === 0 ? '0' : number < 1e-6 ? '<0.000001' : fixed(number, decimalsFor(number, 6));

  /** A share as a percentage. What is not all or nothing is not rounded to it. */
  function percent(share) {
    if (share === 0) return '0 %';
    if (share === 1) return '100 %';
    const hundredths = 100 * share;
    if (hundredths < 0.005) return '<0.01 %';
    if (hundredths > 99.995) return '>99.99 %';
    return fixed(hundredths, hundredths < 1 || hundredths > 99 ? 2 : 1) + ' %';
  }

  /** A threshold, with three digits of its distance to the nearer of 0 and 1. */
  function thresholdText(k) {
    const t = thresholds[k];
    if (t === null) return 'above all scores';
    return t === 0 || t === 1 ? String(t) : t.toFixed(decimalsFor(Math.min(t, 1 - t), 12));
  }

  const precisionText = at => at.precision === null ? DASH + ' (nothing is flagged)' : percent(at.precision);

  // ── Setting and dials ───────────────────────────────────────────────────────────────────────────────────────────────────
  const decided = { k: start.threshold, baseRate: start.baseRate, miss: start.miss, alarm: start.alarm, review: start.review };
  const setting = { ...decided };
  const logit = p => Math.log(p / (1 - p));
  const rounded = number => Number(number.toPrecision(3));
  const isNumber = text => text.trim() !== '' && Number.isFinite(Number(text));

  /*
    A dial is a slider with a number field. Its slider stands at whole places; `at` says what a place means, `place` where a
    value stands, and the value it started with is at its place exactly. `read` takes a typed number, or null where it makes
    no sense, and `shown` is what the field says.
  */
  const dials = {
    threshold: {
      highest: last,
      place: () => last - setting.k,
      turn: place => setting.k = last - place,
      read: text => isNumber(text) ? indexOf(Number(text)) : null,
      type: k => setting.k = k,
      shown: () => thresholds[setting.k] === null ? '' : shortest(setting.k),
      said: () => thresholdText(setting.k),
    },
    'base-rate': baseRateDial(),
    miss: costDial('miss'),
    alarm: costDial('alarm'),
    review: costDial('review'),
  };

  /** The fewest digits, three at least, that lead back to this threshold when they are typed. */
  function shortest(k) {
    for (let digits = 3; digits < 17; digits++) {
      const text = String(Number(thresholds[k].toPrecision(digits)));
      if (indexOf(Number(text)) === k) return text;
    }

    return String(thresholds[k]);
  }

  /** Equal steps are equal steps of the odds' logarithm, as rare rates differ by factors. */
  function baseRateDial() {
    const low = logit(Math.min(1e-4, start.baseRate / 10)), high = logit(1 - Math.min(1e-4, (1 - start.baseRate) / 10)), highest = 400;
    const place = rate => Math.min(Math.max(Math.round(highest * (logit(rate) - low) / (high - low)), 0), highest);
    return {
      highest,
      place: () => place(setting.baseRate),
      turn: at => {
        const odds = Math.exp(low + (high - low) * at / highest);
        setting.baseRate = at === place(start.baseRate) ? start.baseRate : rounded(odds / (1 + odds));
        if (setting.baseRate === 1) setting.baseRate = odds / (1 + odds);
      },
      read: text => isNumber(text) && Number(text) > 0 && Number(text) < 100 ? Number(text) / 100 : null,
      type: typed => setting.baseRate = typed,
      shown: () => String(Number((100 * setting.baseRate).toPrecision(3))),
      said: () => percent(setting.baseRate),
    };
  }

  /** From a hundredth to a hundred times of what it started with, in equal factors; the lowest place is 0. */
  function costDial(name) {
    const middle = start[name] > 0 ? start[name] : Math.max(start.miss, start.alarm, start.review) || 1;
    const half = 100, highest = 2 * half;
    const place = cost => cost <= 0 ? 0 : Math.min(Math.max(Math.round(half + half / 2 * Math.log10(cost / middle)), 1), highest);
    return {
      highest,
      place: () => place(setting[name]),
      turn: at => setting[name] = at === 0 ? 0 : at === half ? middle : rounded(middle * Math.pow(10, (at - half) / (half / 2))),
      read: text => isNumber(text) && Number(text) >= 0 && Number(text) <= 1e9 ? Number(text) : null,
      type: cost => setting[name] = cost,
      shown: () => String(setting[name]),
      said: () => amount(setting[name]),
    };
  }

  for (const [name, dial] of Object.entries(dials)) {
    const slider = $(name + '-slider'), field = $(name);
    slider.min = 0;
    slider.max = dial.highest;
    slider.addEventListener('input', () => {
      dial.turn(Number(slider.value));
      refresh();
    });
    field.addEventListener('input', () => {
      const value = dial.read(field.value);
      field.toggleAttribute('aria-invalid', value === null);
      if (value === null) return;
      dial.type(value);
      refresh(field);
    });
    field.addEventListener('keydown', event => {
      const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!step) return;
      event.preventDefault(); // a step of the slider, where the browser would add 1 to a threshold
      dial.turn(Math.min(Math.max(dial.place() + step, 0), dial.highest));
      refresh();
    });
    field.addEventListener('change', () => refresh()); // what was typed becomes what is counted with
  }

  $('cheapest').addEventListener('click', () => {
    setting.k = cheapest(setting);
    refresh();
  });
  $('back').addEventListener('click', () => {
    Object.assign(setting, decided);
    refresh();
  });

  // ── Charts ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
  const AREA = { left: 48, right: 306, top: 32, bottom: 232 };
  const across = part => AREA.left + part * (AREA.right - AREA.left);
  const up = part => AREA.bottom - part * (AREA.bottom - AREA.top);
  const pixel = number => number.toFixed(1);

  function draw(parent, kind, attributes, words) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', kind);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (words !== undefined) element.textContent = words;
    parent.append(element);
    return element;
  }

  /** Paper with two axes; ticks are [part of the axis, words]. */
  function paper(name, xLabel, yLabel, xTicks, yTicks) {
    const svg = $(name);
    svg.replaceChildren();
    draw(svg, 'text', { x: 2, y: 15 }, yLabel);
    draw(svg, 'text', { x: across(0.5), y: 274, 'text-anchor': 'middle' }, xLabel);
    for (const [part, words] of yTicks) {
      draw(svg, 'line', { class: 'grid', x1: AREA.left, x2: AREA.right, y1: up(part), y2: up(part) });
      draw(svg, 'text', { class: 'tick', x: AREA.left - 6, y: up(part) + 4, 'text-anchor': 'end' }, words);
    }
    for (const [part, words] of xTicks) {
      draw(svg, 'line', { class: 'grid', x1: across(part), x2: across(part), y1: AREA.top, y2: AREA.bottom });
      draw(svg, 'text', { class: 'tick', x: across(part), y: AREA.bottom + 17, 'text-anchor': 'middle' }, words);
    }
    return svg;
  }

  const shareTicks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(part => [part, String(part)]);

  /** The cheapest threshold is a diamond around the disc of the chosen one where both are the same. */
  function marks(svg) {
    return {
      best: draw(svg, 'path', { class: 'best', d: 'M0 -9L9 0L0 9L-9 0Z' }),
      here: draw(svg, 'circle', { class: 'here', r: 5.5 }),
    };
  }

  function put(mark, x, y) {
    mark.setAttribute('visibility', y === null ? 'hidden' : 'visible');
    if (y !== null) mark.setAttribute('transform', `translate(${pixel(across(x))} ${pixel(up(y))})`);
  }

  function drawRoc() {
    const svg = paper('roc', 'false-positive rate', 'recall (true-positive rate)', shareTicks, shareTicks);
    draw(svg, 'path', { class: 'level', d: `M${across(0)} ${up(0)}L${across(1)} ${up(1)}` });
    draw(svg, 'text', { class: 'tick', x: across(0.72), y: up(0.58) }, 'chance');
    const points = hits.map((_, k) => `${pixel(across(alarms[k] / data.negatives))} ${pixel(up(hits[k] / data.positives))}`);
    draw(svg, 'path', { class: 'curve', d: 'M' + points.join('L') });
    return marks(svg);
  }

  /** In steps, as between two thresholds there is nothing. Each precision holds for the recall that it gained. */
  function drawPr() {
    const svg = paper('pr', 'recall: found among the positives', 'precision: right among the flagged', shareTicks, shareTicks);
    const level = up(setting.baseRate), above = setting.baseRate < 0.5;
    draw(svg, 'path', { class: 'level', d: `M${across(0)} ${level}L${across(1)} ${level}` });
    draw(svg, 'text', { class: 'tick', x: across(0) + 5, y: level + (above ? -5 : 15) }, 'base rate ' + percent(setting.baseRate));
    let path = '';
    for (let k = 1, before = 0; k <= last; k++) {
      const { recall, precision } = outcome(k, setting), y = pixel(up(precision));
      path += `${k === 1 ? 'M' + pixel(across(before)) + ' ' + y : 'V' + y}H${pixel(across(recall))}`;
      before = recall;
    }
    draw(svg, 'path', { class: 'curve', d: path });
    return marks(svg);
  }

  // The logits of the scores, and room for "everything" and "nothing is called" at both ends.
  const logits = thresholds.filter(t => t > 1e-6 && t < 1 - 1e-6).map(logit);
  const span = logits.length ? { low: Math.min(...logits) - 0.5, high: Math.max(...logits) + 0.5 } : { low: -1, high: 1 };
  const thresholdPart = t =>
    t === null || t >= 1 ? 1 : t <= 0 ? 0 : Math.min(Math.max((logit(t) - span.low) / (span.high - span.low), 0), 1);

  function thresholdTicks() {
    const round = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 0.9999, 0.99999];
    const ticks = [];
    for (const t of round.filter(t => logit(t) > span.low && logit(t) < span.high)) {
      const words = t < 1e-4 ? t.toExponential() : String(t), x = across(thresholdPart(t)), half = 4 * words.length + 4;
      if (x + half > 320 || (ticks.length && x - half < ticks.at(-1)[2])) continue;
      ticks.push([thresholdPart(t), words, x + half]);
    }
    return ticks;
  }

  /** Up to where cost is drawn: twice what the better of "call all" and "call none" pays, as the bottom is what matters. */
  function costCeiling() {
    const none = outcome(0, setting).cost, all = outcome(last, setting).cost;
    const highest = hits.reduce((most, _, k) => Math.max(most, outcome(k, setting).cost), 0);
    return Math.min(highest, 2 * Math.max(Math.min(none, all), outcome(best, setting).cost)) * 1.05 || 1;
  }

  function costTicks(ceiling) {
    const power = Math.pow(10, Math.floor(Math.log10(ceiling)));
    const isTiny = ceiling < 1e-3, steps = isTiny ? [1, 2] : [0.2, 0.5, 1, 2];
    const step = steps.map(part => part * power).find(step => ceiling / step <= 5.5);
    const short = new Intl.NumberFormat('en', { notation: isTiny ? 'scientific' : 'compact', maximumSignificantDigits: 3 });
    const ticks = [];
    for (let count = 0; count * step <= ceiling; count++) ticks.push([count * step / ceiling, count === 0 ? '0' : short.format(count * step)]);
    return ticks;
  }

  function drawCost() {
    const ceiling = costCeiling(), height = k => outcome(k, setting).cost / ceiling;
    const svg = paper('cost', 'threshold (logit scale)', 'cost per 10,000 rows', thresholdTicks(), costTicks(ceiling));
    // Thresholds descend, so the pen starts at the right; the cost of one holds down to the next lower one.
    const rise = k => pixel(up(Math.min(height(k), 2))); // what is above the paper is cut off, however far above
    let path = `M${pixel(across(1))} ${rise(0)}`;
    for (let k = 1; k <= last; k++) path += `H${pixel(across(thresholdPart(thresholds[k])))}V${rise(k)}`;
    const cut = draw(svg, 'clipPath', { id: 'x-cut' });
    draw(cut, 'rect', { x: AREA.left, y: AREA.top, width: AREA.right - AREA.left, height: AREA.bottom - AREA.top + 2 });
    draw(svg, 'path', { class: 'curve', d: path + `H${pixel(across(0))}`, 'clip-path': 'url(#x-cut)' });
    return { ...marks(svg), height };
  }

  // ── Everything on the page that a setting decides ───────────────────────────────────────────────────────────────────────
  const roc = drawRoc();
  let pr, cost, best, drawnFor = '', saying = 0;

  function refresh(typing) {
    const { k, ...where } = setting;
    const key = JSON.stringify(where);
    if (key !== drawnFor) {
      drawnFor = key;
      best = cheapest(setting);
      [pr, cost] = [drawPr(), drawCost()];
    }
    const here = outcome(k, setting), least = outcome(best, setting);
    for (const [name, dial] of Object.entries(dials)) {
      $(name + '-slider').value = dial.place();
      $(name + '-slider').setAttribute('aria-valuetext', dial.said());
      if (typing !== $(name)) {
        $(name).value = dial.shown();
        $(name).removeAttribute('aria-invalid');
      }
    }
    tell(here, least);
    mark(here, least);
  }

  function tell(here, least) {
    const words = {
      'found': amount(here.found), 'missed': amount(here.missed), 'alarms': amount(here.falseAlarms), 'left': amount(here.leftAlone),
      'called': amount(here.called), 'uncalled': amount(here.missed + here.leftAlone),
      'positives': amount(data.rows * setting.baseRate), 'negatives': amount(data.rows * (1 - setting.baseRate)),
    };
    for (const [column, at, k] of [['here', here, setting.k], ['best', least, best]]) {
      words[column + '-threshold'] = thresholdText(k);
      words[column + '-precision'] = precisionText(at);
      words[column + '-recall'] = percent(at.recall);
      words[column + '-specificity'] = percent(at.specificity);
      words[column + '-share'] = percent(at.share);
      words[column + '-cost'] = amount(at.cost);
    }
    for (const [name, text] of Object.entries(words)) $(name).textContent = text;

    const calls = here.called === 0
      ? 'nothing is flagged'
      : `${words.called} are flagged: ${words.found} rightly, ${words.alarms} are false alarms`;
    const dearer = here.cost - least.cost > 1e-9 * least.cost // beyond the last digits, in which equal sums may differ
      ? `${amount(here.cost - least.cost)} more than the cheapest threshold would`
      : 'and no threshold costs less';
    say(`Of 10,000 rows, ${words.positives} are positive. With the threshold ${thresholdText(setting.k)}, ${calls}; `
      + `${words.missed} are missed. That costs ${words['here-cost']}, ${dearer}.`);
  }

  /** Who sees reads it at once; who listens hears it once the dials rest. */
  function say(sentence) {
    $('said').textContent = sentence;
    clearTimeout(saying);
    saying = setTimeout(() => $('heard').textContent = sentence, 500);
  }

  function mark(here, least) {
    put(roc.here, here.fallout, here.recall);
    put(roc.best, least.fallout, least.recall);
    put(pr.here, here.recall, here.precision);
    put(pr.best, least.recall, least.precision);
    put(cost.here, thresholdPart(thresholds[setting.k]), Math.min(cost.height(setting.k), 1));
    put(cost.best, thresholdPart(thresholds[best]), cost.height(best));
    const cut = cost.height(setting.k) > 1 ? ' (above this scale)' : '';
    $('pr-caption').textContent = `● here: precision ${precisionText(here)}, recall ${percent(here.recall)}. `
      + `◇ cheapest: ${precisionText(least)}, ${percent(least.recall)}. This curve moves with the base rate.`;
    $('roc-caption').textContent = `● here: recall ${percent(here.recall)} for false alarms on ${percent(here.fallout)} of the negatives. `
      + 'This curve does not depend on the base rate, so it never moves.';
    $('cost-caption').textContent = `● here: ${amount(here.cost)}${cut}. ◇ cheapest: ${amount(least.cost)}. `
      + `Flagging nothing costs ${amount(outcome(0, setting).cost)}, flagging everything ${amount(outcome(last, setting).cost)}.`;
  }

  refresh();
  document.querySelector('.explorer-off').hidden = true;
  document.querySelector('.explorer-on').hidden = false;
})();
