// A small window.dcSearch for tests of the page: 45 made-up documents, and words that bring about each state.
//   断网: no data the first time; 坏: damaged data; 坏了: a fault in a script; 慢: answers when window.dcRelease is called;
//   没有…: finds nothing; 晚…: what was meant comes when window.dcRelease is called; anything else finds all documents that
//   the filters leave.  Questions are read, and hits marked, by the real part for that (overrides/search/words.js).
(() => {
  const all = [];
  for (let number = 1; number <= 45; number += 1) {
    all.push({
      id: number,
      tier: number <= 22 ? 'exact' : number <= 40 ? 'all' : 'most',
      direct: false,
      title: `示例县民政局关于做好城乡居民最低生活保障第${number}次审核确认工作的通知`,
      address: 'statutory/normative/2026/seniors-allowance-2026/',
      number: number % 3 ? `示政发〔${2024 + (number % 3)}〕${number}号` : `1199012110021147X7/2026-00${number}`,
      organ: number % 2 ? '示例县民政局' : '示例县人民政府办公室',
      day: `${2024 + (number % 3)}-03-0${1 + (number % 9)}`,
      validity: ['有效', '', '废止'][number % 3],
      tone: ['good', '', 'gone'][number % 3],
      year: String(2024 + (number % 3)),
      theme: `theme-${number % 11}`,
    });
  }
  const facets = {
    year: ['年份', (id) => `${id}年`],
    organ: ['机关', (id) => id],
    theme: ['主题', (id) => `第 ${Number(id.slice(6)) + 1} 类`],
  };
  const tried = {};
  window.dcAsked = [];

  const fits = (each, filters, but) =>
    Object.keys(facets).every((name) => {
      const isThere = all.some((other) => other[name] === filters[name]);
      return name === but || !isThere || each[name] === filters[name];
    });

  function answer(question) {
    const { text, filters, page } = question;
    const nothing = text.includes('没有');
    const found = nothing ? [] : all.filter((each) => fits(each, filters, '')).map((each) => ({ ...each }));
    if (question.sort === 'date') found.sort((one, other) => (one.day < other.day ? 1 : -1));
    if (text.includes('〔') && found.length) found[0].direct = true;
    return {
      total: found.length,
      pages: Math.ceil(found.length / 20),
      tiers: ['exact', 'all', 'most']
        .map((id) => ({ id, total: found.filter((each) => each.tier === id).length }))
        .filter((each) => each.total),
      results: found.slice((page - 1) * 20, page * 20),
      counted: Object.entries(facets).map(([id, [name, naming]]) => ({
        id,
        name,
        choices: [...new Set(all.map((each) => each[id]))].sort().map((value) => ({
          id: value,
          name: naming(value),
          count: nothing ? 0 : all.filter((each) => each[id] === value && fits(each, filters, id)).length,
          chosen: filters[id] === value,
        })).filter((each) => each.count || each.chosen),
      })),
      words: text === '低保' ? ['低保', '最低生活保障'] : text.split(/[\s"-]+/).filter(Boolean),
      widened: text === '低保' ? [{ word: '低保', to: ['最低生活保障'] }] : [],
      ignored: text.includes('怎么') ? ['怎么'] : [],
    };
  }

  window.dcSearch = {
    search(question, signal) {
      window.dcAsked.push(question);
      const { text } = question;
      const first = !tried[text];
      tried[text] = true;
      if (text === '断网' && first) return Promise.reject({ kind: 'offline', file: 'search/data/a.js' });
      if (text === '坏') return Promise.reject({ kind: 'damaged', file: 'search/data/a.js' });
      if (text === '坏了') return Promise.reject({ kind: 'damaged', file: "TypeError: Cannot read properties of null (reading 'a')" });
      if (!window.dcSearchWords.parsed(text).words.length) return Promise.reject({ kind: 'empty', file: '' });
      if (text !== '慢') return Promise.resolve(answer(question));
      return new Promise((resolve, reject) => {
        window.dcRelease = () => (signal.stale ? reject({ kind: 'stale' }) : resolve(answer(question)));
      });
    },
    facets: ({ counted }) => Promise.resolve(counted),
    mark: (text, words) => window.dcSearchWords.mark(text, words),
    sentence(result, { words }) {
      const text = `${result.number}第三条：共同生活的家庭成员人均收入低于当地最低生活保障标准，且符合财产状况规定的家庭，可以申请低保；申请材料由乡镇人民政府受理，县民政局在二十个工作日内审核确认，并在村、社区公示七天。公示期满没有异议的，从批准的当月起发放。公示有异议的，重新调查核实。`;
      return new Promise((resolve) => {
        setTimeout(() => resolve(window.dcSearchWords.excerpt(text, words.slice(0, 1), 120)), 20);
      });
    },
  };
  window.dcSearchHelp = {
    attach: () => {},
    hint: (text) => new Promise((resolve) => {
      window.dcRelease = () => resolve({ text: '没有低保' });
      if (text === '没有低宝') window.dcRelease();
      else if (!text.includes('晚')) resolve(null);
    }),
  };
})();
