/*
  Marks the answers of a page of questions. The keys are those of NumberKey.cs, ShapeKey.cs and ChoiceKey.cs, and what both read
  they judge alike; the reader of numbers is the smaller one: what it cannot read it says, and calls nothing wrong that it has not
  read. Nothing is loaded, sent or stored.
*/
'use strict';

(() => {
  const data = JSON.parse(document.getElementById('viva-data').textContent);
  const boxes = [...document.querySelectorAll('.viva-answer')];
  const outcomes = new Map();

  // ── Numbers as they are typed ───────────────────────────────────────────────────────────────────────────────────────────
  const digits = String.raw`(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
  const scales = { k: 1e3, m: 1e6, bn: 1e9, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, dozen: 12 };
  const part = String.raw`(?<sign>[-+])?\s*(?<first>${digits})\s*(?<scale>k|m|bn|hundred|thousand|million|billion|dozen)?`;
  const tenTo = String.raw`(?:\s*(?:\*|x)\s*10\s*\^\s*(?<power>[-+]?\d+))?`;
  const over = String.raw`(?:\s*(?:\/|\s(?:out\s+of|of|in|over)\s)\s*(?<second>${digits}))?`;
  const before = String.raw`(?:[a-z][a-z0-9 ]*[=≈])?\s*(?:about|roughly|around|approximately|nearly|almost|circa|~|≈)?`;
  const behind = String.raw`(?<percent>%|per ?cent|percentage points?|points?)?`;
  const number = new RegExp(String.raw`^\s*${before}\s*${part}${tenTo}${over}\s*${behind}[.!]?\s*$`, 'i');

  /** Every number that digits may mean, the likeliest first: 1,200 is twelve hundred, or 1.2 to some. */
  function readings(text) {
    const groups = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text);
    const plain = groups ? [text.replaceAll(',', '')] : [];
    if (text.split(',').length <= 2 && !(groups && text.includes('.'))) plain.push(text.replace(',', '.'));
    return [...new Set(plain.map(Number).filter(Number.isFinite))];
  }

  /** {numbers, isPercent}, or null where it is no number that this page reads. */
  function typedNumber(text) {
    const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
    const plain = text.replace(/[−–—]/g, '-').replace(/[×·⋅]/g, '*').replace(/[\u00a0\u202f]/g, ' ').replace(/÷/g, '/')
      .replace(/10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, power => '10^' + [...power.slice(2)].map(c => c === '⁻' ? '-' : raised.indexOf(c)).join(''))
      .replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g, grouped => grouped.replaceAll(' ', ''));
    const found = number.exec(plain)?.groups;
    if (!found) return null;
    const factor = (found.sign === '-' ? -1 : 1) * (scales[found.scale?.toLowerCase()] ?? 1) * Math.pow(10, Number(found.power ?? 0));
    const below = found.second === undefined ? [1] : readings(found.second).slice(0, 1);
    const numbers = readings(found.first).slice(0, found.second === undefined ? 2 : 1)
      .flatMap(one => below.map(other => one * factor / other)).filter(Number.isFinite);
    return numbers.length === 0 ? null : { numbers, isPercent: found.percent !== undefined };
  }

  /** 31 % is 0.31 where a share is asked for; 31 without the sign was meant in percent too. As NumberKey.Meant. */
  function meant(one, isPercent, closeness) {
    if (closeness === 'Share') return isPercent ? [one / 100] : one > 1 ? [one, one / 100] : [one];
    if (closeness === 'Count' && !isPercent && one > 0 && one < 1) return [one, 100 * one];
    return closeness === 'Relative' && isPercent ? [one / 100, one] : [one];
  }

  // ── Marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
  const unread = says => ({ outcome: 'unread', says });
  const right = { outcome: 'right', says: '' };
  const wrong = (says = '') => ({ outcome: 'wrong', says });

  const judges = {
    number(key, text) {
      const typed = typedNumber(text);
      if (typed === null) return unread('This page reads one number, such as 0.31, 31 %, 1/3, 45 of 100 or 5·10⁻⁵.');
      const all = typed.numbers.flatMap(one => meant(one, typed.isPercent, key.closeness));
      const isRight = one => Math.abs(one - key.value) <= key.allowed || (key.whole !== null && one === key.whole);
      if (all.some(isRight)) return right;
      const made = key.mistakes.find(mistake => all.some(one => Math.abs(one - mistake.value) <= mistake.allowed));
      return wrong(made ? `That is ${made.says}.` : '');
    },
    shape(key, text) {
      const sizes = text.match(/\d+/g)?.map(Number);
      if (!sizes || /[^\d\s[\](){},.;x×*]/i.test(text.replace(/\bby\b/gi, ' ')))
        return unread('A shape is asked for: the sizes in order, such as [32, 10] or 32 by 10.');
      const is = other => sizes.length === other.length && sizes.every((size, i) => size === other[i]);
      if (is(key.shape) || (key.shape.length === 1 && is([key.shape[0], 1]))) return right;
      if (is([...key.shape].reverse())) return wrong('The sizes are right, in the other order.');
      return wrong(sizes.length === key.shape.length ? ''
        : key.shape.length === 1 ? `A vector has one size, and as a column a 1 behind it; yours has ${sizes.length} ${sizes.length === 1 ? 'size' : 'sizes'}.`
        : `A matrix has ${key.shape.length} sizes, and yours has ${sizes.length}.`);
    },
    choice(key, text) {
      const letter = /^\s*([a-z])[).]?\s*$/i.exec(text)?.[1].toLowerCase().charCodeAt(0) - 97;
      if (!(letter < key.choices)) return unread(`One letter is asked for, from a to ${String.fromCharCode(96 + key.choices)}.`);
      return letter === key.place ? right : wrong();
    },
  };

  const words = { right: 'Right.', wrong: 'Not right.', unread: '' };

  for (const [at, box] of boxes.entries()) {
    const key = data[at];
    const field = box.querySelector('input'), said = box.querySelector('[role="status"]');
    const check = () => {
      if (field.value.trim() === '') return;
      const mark = judges[key.kind](key, field.value);
      said.textContent = [words[mark.outcome], mark.says].filter(text => text !== '').join(' ');
      said.dataset.outcome = mark.outcome;
      // The first answer that was read is the one that counts, as across a table.
      if (mark.outcome !== 'unread' && !outcomes.has(at)) outcomes.set(at, mark.outcome);
      summed();
    };
    field.placeholder = key.wanted;
    box.hidden = false;
    box.querySelector('button').addEventListener('click', check);
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') check();
    });
  }

  // ── The end ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
  function summed() {
    const of = outcome => [...outcomes].filter(([, one]) => one === outcome).map(([at]) => data[at]).sort((a, b) => a.number - b.number);
    fill('viva-defended', of('right').map(key => `${key.number}. ${key.title}`));
    fill('viva-again', of('wrong').map(key => `${key.number}. ${key.title}: ${key.again}`));
    document.getElementById('viva-summary').hidden = outcomes.size === 0;
  }

  function fill(id, lines) {
    const list = document.getElementById(id);
    list.replaceChildren(...(lines.length > 0 ? lines : ['nothing yet']).map(line => {
      const entry = document.createElement('li');
      entry.textContent = line;
      return entry;
    }));
  }
})();
