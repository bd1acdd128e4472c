'use strict';
(() => {
  const ROWS = 200; // rows shown at a time
  const COLUMNS = {
    dates: ['text', 'type', 'value', 'mod', 'bound'],
    roles: ['name', 'title', 'organization', 'status'],
    statistics: ['text', 'value', 'unit', 'change', 'subject', 'date'],
    agreements: ['text', 'kind', 'parties', 'action', 'status', 'date'],
    people: ['name', 'aliases', 'roles', 'mentions'],
    organizations: ['name', 'acronym', 'mentions'],
  };
  const SHORT = new Set(['type', 'value', 'date', 'mod', 'status', 'action', 'kind']);
  const SILENT = new Set(['start', 'end', 'text', 'person', 'organization_index', 'party_indices']);
  const $ = (selector) => document.querySelector(selector);
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const shown = (value) => {
    if (value === null || value === undefined || value === false) return '';
    return Array.isArray(value) ? value.map(shown).join('; ') : String(value);
  };
  const valueOf = (fields) => fields.value ?? (fields.low !== undefined || fields.high !== undefined
    ? `${shown(fields.low)}–${shown(fields.high)}` : undefined);

  // The tables' rows: what their cells hold, and where their fact is.
  const tables = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, []]));
  const articles = [...document.querySelectorAll('article')];
  const documents = articles.map((article) => JSON.parse(article.querySelector('script').textContent));
  documents.forEach((data, at) => {
    data.facts.forEach((fact, index) => {
      const fields = { ...fact.fields, value: valueOf(fact.fields) };
      tables[fact.family].push({ at, index, source: data.source, fields });
    });
    const roles = data.facts.flatMap((fact, index) => fact.family === 'roles' ? [index] : []);
    for (const person of data.people) {
      const held = person.roles.map((role) => data.facts[roles[role]].fields);
      const titles = held.map((role) => role.organization ? `${role.title}, ${role.organization}` : role.title);
      const fields = { ...person, roles: titles, mentions: person.mentions.length };
      tables.people.push({ at, index: roles[person.roles[0]], source: data.source, fields });
    }
    // A body is found where a fact names it: facts are sorted by where they start, so that only a few need a look.
    const holders = data.facts.map((fact, index) => ({ index, ...fact })).filter((fact) => fact.family !== 'dates');
    holders.sort((a, b) => a.fields.start - b.fields.start);
    const holderOf = ([start, end]) => {
      let [low, high] = [0, holders.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (holders[middle].fields.start <= start) low = middle + 1; else high = middle;
      }
      return holders.slice(Math.max(0, low - 4), low).find((fact) => end <= fact.fields.end)?.index;
    };
    for (const body of data.organizations) {
      const index = body.mentions.map(holderOf).find((found) => found !== undefined);
      tables.organizations.push({ at, index, source: data.source, fields: { ...body, mentions: body.mentions.length } });
    }
  });

  // The table in view.
  let table = 'dates', limit = ROWS, marked = [];
  const several = documents.length > 1;
  const columns = () => several ? [...COLUMNS[table], 'source'] : COLUMNS[table];
  const fileName = (source) => String(source).split('/').pop();
  const cell = (row, column) => column === 'source' ? fileName(row.source) : shown(row.fields[column]);
  const draw = () => {
    const wanted = $('#filter').value.trim().toLowerCase();
    const rows = tables[table].filter((row) => !wanted || columns().some((column) => cell(row, column).toLowerCase().includes(wanted)));
    const element = make('table'), head = make('tr'), body = make('tbody');
    for (const column of columns()) {
      const name = make('th', column);
      name.scope = 'col';
      head.append(name);
    }
    for (const row of rows.slice(0, limit)) {
      const line = make('tr');
      line.dataset.fact = `${row.at} ${row.index}`;
      columns().forEach((column, at) => {
        const data = make('td', undefined, SHORT.has(column) ? 'short' : '');
        if (column === 'source') data.title = row.source;
        if (at === 0 && row.index !== undefined) {
          const button = make('button', cell(row, column));
          button.type = 'button';
          button.addEventListener('click', () => go(row));
          data.append(button);
        } else {
          data.textContent = cell(row, column);
        }
        line.append(data);
      });
      body.append(line);
    }
    const header = make('thead');
    header.append(head);
    element.append(header, body);
    $('#table').replaceChildren(rows.length ? element : make('p', wanted ? 'Nothing fits.' : 'None found.'));
    $('#more').hidden = rows.length <= limit;
    $('#more').textContent = `Show more (${rows.length - limit} left)`;
    for (const tab of document.querySelectorAll('[role=tab]')) {
      tab.setAttribute('aria-selected', tab.dataset.table === table);
    }
  };
  const marks = (at, index) => articles[at].querySelectorAll(`mark[data-facts~="${index}"]`);
  const point = (elements) => {
    for (const element of marked) element.classList.remove('here');
    marked = [...elements];
    for (const element of marked) element.classList.add('here');
  };
  const view = (facts) => {
    document.body.classList.toggle('facts', facts);
    $('#switch').textContent = facts ? 'Text' : 'Facts';
    $('#switch').setAttribute('aria-expanded', facts);
  };
  const go = (row) => {
    view(false);
    const found = marks(row.at, row.index);
    point(found);
    if (found.length) found[0].scrollIntoView({ block: 'center' });
  };

  for (const tab of document.querySelectorAll('[role=tab]')) {
    tab.querySelector('.count').textContent = tables[tab.dataset.table].length;
    tab.addEventListener('click', () => { table = tab.dataset.table; limit = ROWS; draw(); });
  }
  for (const box of document.querySelectorAll('.families input')) {
    const apply = () => document.body.classList.toggle(`no-${box.name}`, !box.checked);
    box.addEventListener('change', apply);
    apply();
  }
  $('#filter').addEventListener('input', () => { limit = ROWS; draw(); });
  $('#more').addEventListener('click', () => { limit += ROWS; draw(); });
  $('#switch').addEventListener('click', () => view(!document.body.classList.contains('facts')));

  // Tooltips, and the way from the text to the table.
  const tip = $('#tip');
  const factsOf = (mark) => {
    const at = articles.indexOf(mark.closest('article'));
    const visible = (fact) => !document.body.classList.contains(`no-${fact.family}`);
    const indices = mark.dataset.facts.split(' ').map(Number).reverse();
    return indices.map((index) => ({ at, index, ...documents[at].facts[index] })).filter(visible);
  };
  const describe = (fact) => {
    const section = make('section', undefined, fact.family), list = make('dl');
    section.append(make('h3', fact.fields.text));
    for (const [key, value] of Object.entries(fact.fields)) {
      if (SILENT.has(key) || shown(value) === '') continue;
      list.append(make('dt', key), make('dd', shown(value)));
    }
    section.append(list);
    return section;
  };
  const show = (mark, x, y) => {
    const facts = factsOf(mark);
    if (!facts.length) return;
    tip.replaceChildren(...facts.map(describe));
    tip.hidden = false;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(x + 12, innerWidth - width - 8))}px`;
    tip.style.top = `${Math.max(8, y + 18 + height > innerHeight ? y - height - 12 : y + 18)}px`;
  };
  const markAt = (event) => event.target.closest?.('mark');
  $('main').addEventListener('mouseover', (event) => { const mark = markAt(event); if (mark) show(mark, event.clientX, event.clientY); });
  $('main').addEventListener('mouseout', () => { tip.hidden = true; });
  $('main').addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });
  $('main').addEventListener('click', (event) => {
    const mark = markAt(event);
    const fact = mark && factsOf(mark)[0];
    if (!fact) return;
    show(mark, event.clientX, event.clientY);
    point(marks(fact.at, fact.index));
    if (getComputedStyle($('aside')).display === 'none') return;
    table = fact.family;
    $('#filter').value = '';
    limit = Math.max(ROWS, tables[table].findIndex((row) => row.at === fact.at && row.index === fact.index) + 1);
    draw();
    const line = document.querySelector(`tr[data-fact="${fact.at} ${fact.index}"]`);
    if (line) { line.classList.add('here'); line.scrollIntoView({ block: 'center' }); }
  });
  addEventListener('keydown', (event) => { if (event.key === 'Escape') { tip.hidden = true; point([]); } });
  draw();
})();
