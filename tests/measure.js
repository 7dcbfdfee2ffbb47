// What axe does not measure, on the page as it stands: a list of findings, each a short text.
// size: least font size in px; line: least line height as a multiple; target: least side of a target in px.
({ size, line, target }) => {
  const findings = [];
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && !element.closest('.dc-hidden, .md-skip');
  };
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 24)}`;

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(element) || element.closest('script, option, noscript') || !shown(element)) continue;
    seen.add(element);
    const style = getComputedStyle(element);
    const px = parseFloat(style.fontSize);
    if (px < size - 0.01) findings.push(`text ${px} px: ${name(element)}`);
    const height = parseFloat(style.lineHeight) / px;
    const lines = Math.round(element.getBoundingClientRect().height / parseFloat(style.lineHeight));
    if (lines > 1 && style.display !== 'inline' && height < line - 0.01) findings.push(`line height ${height.toFixed(2)}: ${name(element)}`);
    if (element.scrollWidth > element.clientWidth + 1 && /hidden|clip/.test(style.overflowX) && style.display !== 'inline') {
      findings.push(`cut off: ${name(element)}`);
    }
  }

  const inSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest('p, li, td, dd, th, div');
    return block.textContent.trim().length > element.textContent.trim().length + 2;
  };
  for (const element of document.querySelectorAll('a[href], button, summary, select, textarea, input, label[for]')) {
    const wrapper = element.closest('label') || element;
    if (!shown(wrapper) || getComputedStyle(wrapper).opacity === '0' || inSentence(element)) continue;
    const box = wrapper.getBoundingClientRect();
    if (box.width < target - 0.5 || box.height < target - 0.5) {
      findings.push(`target ${Math.round(box.width)}×${Math.round(box.height)}: ${name(wrapper)}`);
    }
  }

  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > page.clientWidth + 1 && shown(element) && !element.closest('.dc-scroll > *'),
    );
    findings.push(`scrolls sideways: ${page.scrollWidth} px, ${wide.slice(0, 3).map(name).join(' | ')}`);
  }
  return findings;
}
