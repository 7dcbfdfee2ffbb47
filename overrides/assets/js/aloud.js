// 朗读: reads the main part of the page, sentence by sentence, and marks the one being read. Only where the browser has a Chinese voice.
(function () {
  'use strict';
  var speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) {
    return;
  }

  var SILENT = 'details:not([open]), nav, button, select, script, style, svg, summary, [data-dc-silent], .dc-tools, .dc-hidden, .dc-paper-only, .dc-status, .dc-reader, .dc-up';
  var BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd, caption';
  var RATES = [['慢', 0.7], ['正常', 1], ['快', 1.35]];
  var main = document.getElementById('dc-main');
  var sentences = [];
  var current = -1;
  var rate = 1;
  var state = 'idle';
  var turn = 0;
  var start;
  var bar;
  var pause;
  var marked = null;

  function chineseVoice() {
    var found = speech.getVoices().filter(function (voice) {
      return /^(zh|cmn)/i.test(voice.lang);
    });
    var mainland = found.filter(function (voice) {
      return /^(zh|cmn)([-_](CN|Hans))?([-_].*)?$/i.test(voice.lang) && !/HK|TW/i.test(voice.lang);
    });
    var ranked = mainland.concat(found);
    // A voice of the device first: the others send the text elsewhere and often cannot be reached.
    return ranked.filter(function (voice) { return voice.localService; })[0] || ranked[0] || null;
  }

  function isSilent(element) {
    return Boolean(element.closest(SILENT)) || element.getClientRects().length === 0;
  }

  // The sentences of one block: the ranges of its text between full stops; long ones are cut at commas.
  function cut(block, nodes) {
    var text = nodes.map(function (node) { return node.data; }).join('');
    var pieces = text.match(/[^。！？；\n]+[。！？；]*[”’」』）》]*|[。！？；\n]+/g) || [];
    var at = 0;
    // A cell of a list says what it is about.
    var label = block.hasAttribute('data-label') ? block.getAttribute('data-label') + '：' : '';
    pieces.forEach(function (piece) {
      var parts = piece.length > 120 ? piece.match(/[，、：]*[^，、：]{1,120}[，、：]*/g) : [piece];
      parts.forEach(function (part) {
        if (/[\u3400-\u9fffA-Za-z0-9]/.test(part)) {
          sentences.push({ block: block, text: label + part.replace(/\s+/g, ' ').trim(), range: rangeOf(nodes, at, at + part.length) });
          label = '';
        }
        at += part.length;
      });
    });
  }

  function rangeOf(nodes, from, to) {
    var range = document.createRange();
    var at = 0;
    var begun = false;
    nodes.forEach(function (node) {
      var end = at + node.length;
      if (!begun && from < end) {
        range.setStart(node, Math.max(from - at, 0));
        begun = true;
      }
      if (begun && at < to) {
        range.setEnd(node, Math.min(to - at, node.length));
      }
      at = end;
    });
    return range;
  }

  function collect() {
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, null, false);
    var block = null;
    var nodes = [];
    sentences = [];
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.data.trim() && !isSilent(node.parentElement)) {
        var own = node.parentElement.closest(BLOCKS) || node.parentElement;
        if (own !== block && nodes.length) {
          cut(block, nodes);
          nodes = [];
        }
        block = own;
        nodes.push(node);
      }
    }
    if (nodes.length) {
      cut(block, nodes);
    }
  }

  function unmark() {
    if (window.CSS && window.CSS.highlights) {
      window.CSS.highlights.delete('dc-reading');
    }
    if (marked) {
      marked.classList.remove('dc-reading');
      marked = null;
    }
  }

  function mark(sentence) {
    unmark();
    if (window.CSS && window.CSS.highlights && window.Highlight) {
      window.CSS.highlights.set('dc-reading', new window.Highlight(sentence.range));
    } else {
      marked = sentence.block;
      marked.classList.add('dc-reading');
    }
    var place = sentence.range.getBoundingClientRect();
    if (place.top < 80 || place.bottom > window.innerHeight - 160) {
      sentence.block.scrollIntoView({ block: 'center' });
    }
  }

  function speak(index) {
    var mine = turn += 1;
    speech.cancel();
    if (index >= sentences.length) {
      stop();
      window.dcTools.say('朗读完了');
      return;
    }
    current = index;
    var words = new window.SpeechSynthesisUtterance(sentences[index].text);
    var voice = chineseVoice();
    words.lang = voice ? voice.lang : 'zh-CN';
    words.voice = voice;
    words.rate = rate;
    words.onend = function () {
      if (mine === turn && state === 'reading') {
        speak(index + 1);
      }
    };
    words.onerror = function (fault) {
      if (mine === turn && state === 'reading' && fault.error !== 'canceled' && fault.error !== 'interrupted') {
        stop();
        window.dcTools.say('朗读没有成功，请检查设备的语音设置');
      }
    };
    mark(sentences[index]);
    speech.speak(words);
  }

  function play() {
    collect();
    if (!sentences.length) {
      return;
    }
    state = 'reading';
    bar.hidden = false;
    document.documentElement.classList.add('dc-aloud');
    start.setAttribute('aria-expanded', 'true');
    pause.textContent = '暂停';
    pause.focus();
    speak(0);
  }

  // Many phones cannot pause speech; so a pause is a stop that remembers the sentence.
  function pauseOrGoOn() {
    if (state === 'reading') {
      state = 'paused';
      turn += 1;
      speech.cancel();
      pause.textContent = '继续';
    } else {
      state = 'reading';
      pause.textContent = '暂停';
      speak(current);
    }
  }

  function stop() {
    var hadFocus = bar.contains(document.activeElement);
    state = 'idle';
    turn += 1;
    speech.cancel();
    unmark();
    bar.hidden = true;
    document.documentElement.classList.remove('dc-aloud');
    start.setAttribute('aria-expanded', 'false');
    if (hadFocus) {
      start.focus();
    }
  }

  function changeRate(event) {
    rate = Number(event.target.value);
    if (state === 'reading') {
      speak(current);
    }
  }

  function build() {
    var button = window.dcTools.button;
    var label = document.createElement('label');
    var choice = document.createElement('select');
    start = button('朗读', function () {
      if (state === 'idle') {
        play();
      } else {
        stop();
      }
    });
    start.setAttribute('aria-expanded', 'false');
    start.setAttribute('aria-controls', 'dc-reader');
    bar = window.dcTools.element('div', 'dc-reader');
    bar.id = 'dc-reader';
    bar.hidden = true;
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', '朗读');
    pause = button('暂停', pauseOrGoOn);
    RATES.forEach(function (each) {
      var option = document.createElement('option');
      option.textContent = each[0];
      option.value = String(each[1]);
      option.selected = each[1] === rate;
      choice.appendChild(option);
    });
    choice.addEventListener('change', changeRate);
    label.textContent = '语速';
    label.appendChild(choice);
    bar.appendChild(pause);
    bar.appendChild(button('停止', stop));
    bar.appendChild(label);
    main.appendChild(bar);
    var tools = document.querySelector('.dc-tools');
    tools.insertBefore(start, tools.firstChild);
  }

  function offer() {
    if (!start && chineseVoice()) {
      build();
    }
  }

  window.addEventListener('pagehide', function () {
    turn += 1;
    speech.cancel();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && state !== 'idle') {
      stop();
    }
  });
  if (speech.addEventListener) {
    speech.addEventListener('voiceschanged', offer);
  } else {
    speech.onvoiceschanged = offer;
  }
  offer();
})();
