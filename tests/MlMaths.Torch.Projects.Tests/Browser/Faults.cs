namespace MlMaths.Torch.Tests.Browser;

/// <summary>Scripts that look at an open page as a reader's eye does. Each returns a line for each thing that is wrong.</summary>
internal static class Faults
{
    /// <summary>
    /// Boxes and words that hang over the page, or over a box that cuts off what hangs over it. A box that scrolls may hold what
    /// is wider; paper does not scroll. One pixel is forgiven: widths are fractions, whichever font the machine has.
    /// </summary>
    public const string OfOverhang = """
        () => {
          const page = { left: 0, right: document.documentElement.clientWidth }, found = new Set();
          const holder = element => {
            for (let at = element; at && at !== document.body; at = at.parentElement)
              if (getComputedStyle(at).overflowX !== 'visible') return at;
          };
          const check = (box, within, words) => {
            const scrolls = within && /auto|scroll/.test(getComputedStyle(within).overflowX);
            const edge = within ? within.getBoundingClientRect() : page;
            if (box.width > 0 && !scrolls && (box.left < edge.left - 1 || box.right > edge.right + 1))
              found.add(`'${words.trim().slice(0, 50)}': from ${box.left} to ${box.right}, in ${edge.left} to ${edge.right}`);
          };
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
            const isSeen = element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true });
            if (element.closest('script, style, .explorer-heard') || !isSeen) continue;
            if (node === element)
              check(element.getBoundingClientRect(), holder(element.parentElement), `${element.localName} ${element.textContent}`);
            else if (node.data.trim() && !element.closest('svg')) {
              const range = new Range();
              range.selectNodeContents(node);
              for (const box of range.getClientRects()) check(box, holder(element), node.data);
            }
          }
          return [...found];
        }
        """;

    /// <summary>A figure that is missing, tiny, without words, or outside the page.</summary>
    public const string OfFigures = """
        () => [...document.querySelectorAll('figure')].flatMap(figure => {
          const svg = [...figure.querySelectorAll('svg')].find(svg => svg.checkVisibility());
          const name = svg?.id ?? figure.textContent.slice(0, 40), faults = [];
          const box = svg?.getBoundingClientRect(), frame = figure.getBoundingClientRect();
          if (!box || box.width <= 200 || box.height <= 60) faults.push(`${name}: drawn at ${box?.width} × ${box?.height}`);
          if (frame.left < -1 || frame.right > innerWidth + 1) faults.push(`${name}: from ${frame.left} to ${frame.right} across`);
          const named = figure.querySelector('[role=img]')?.getAttribute('aria-label') ?? '';
          if (named.length < 20) faults.push(`${name}: its name is '${named}'`);
          if (figure.querySelector('figcaption').textContent.length < 20) faults.push(`${name}: no caption`);
          return faults;
        })
        """;

    /// <summary>Words in a drawing that are too small, lie over each other or leave the drawing. One pixel is forgiven.</summary>
    public const string OfWordsInFigures = """
        () => [...document.querySelectorAll('figure svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width, paper = svg.getBoundingClientRect(), faults = [];
          const texts = [...svg.querySelectorAll('text')].map(text =>
            ({ words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale, box: text.getBoundingClientRect() }));
          texts.forEach(({ words, size, box }, i) => {
            if (size < 11) faults.push(`${svg.id}: '${words}' is ${size} px high`);
            if (box.left < paper.left - 1 || box.right > paper.right + 1 || box.top < paper.top - 1 || box.bottom > paper.bottom + 1)
              faults.push(`${svg.id}: '${words}' leaves the drawing`);
            for (const other of texts.slice(i + 1))
              if (Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1
                && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1)
                faults.push(`${svg.id}: '${words}' and '${other.words}' lie over each other`);
          });
          return faults;
        })
        """;

    /// <summary>Words that contrast with what is behind them by less than 4.5, by the formula of WCAG 2.2.</summary>
    public const string OfContrast = """
        () => {
          const parsed = colour => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return { rgb: [r, g, b], a }; };
          const light = rgb => rgb.map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const { rgb, a } = parsed(getComputedStyle(at).backgroundColor);
              if (a === 1) return rgb;
            }
            return [255, 255, 255];
          };
          const selector = 'body, h1, h1 + p, h2, p, li, a, summary, th, td, figcaption, code, pre, strong, em, '
            + '.markdown-alert-title, .markdown-alert p, math *, pre span, figure svg text';
          const found = new Map();
          for (const element of document.querySelectorAll(selector)) {
            const style = getComputedStyle(element);
            const front = parsed(element.matches('svg text') ? style.fill : style.color).rgb, back = behind(element);
            const [dim, bright] = [light(front), light(back)].sort((x, y) => x - y), contrast = (bright + 0.05) / (dim + 0.05);
            if (contrast < 4.5)
              found.set(`${element.closest('svg')?.id ?? element.localName} ${front} on ${back}: ${contrast.toFixed(2)}`, 1);
          }
          return [...found.keys()];
        }
        """;

    /// <summary>
    /// A box whose content is wider than the box by more than a pixel. The command that repeats the run is as long as
    /// its paths are.
    /// </summary>
    public const string OfWidth = """
        () => [...document.querySelectorAll('.scroll, pre')]
          .filter(box => box.scrollWidth > box.clientWidth + 1 && !box.matches('.language-sh'))
          .map(box => `${box.ariaLabel ?? box.textContent.slice(0, 60)}: ${box.scrollWidth} in ${box.clientWidth}`)
        """;

    /// <summary>A drawing that is wider than what is seen of it.</summary>
    public const string OfScrolledFigures = """
        () => [...document.querySelectorAll('figure svg')]
          .filter(svg => svg.checkVisibility())
          .map(svg => [svg, svg.getBoundingClientRect().width, svg.parentElement.clientWidth])
          .filter(([svg, drawn, seen]) => drawn > seen + 1 || drawn > innerWidth)
          .map(([svg, drawn, seen]) => `${svg.id}: ${drawn} in ${seen}`)
        """;

    /// <summary>
    /// A link that leads nowhere: neither from the contents to a heading, nor from a term to its note or back, nor to a page
    /// beside this one.
    /// </summary>
    public const string OfLinks = """
        () => [...document.querySelectorAll('a')].filter(link => !/^[a-z0-9-]+\.md$/.test(link.getAttribute('href'))).flatMap(link => {
          const target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
          const heading = target?.matches('h2') && target.textContent === link.textContent;
          const note = link.matches('.term[title]') && target?.matches('#terms ~ h3');
          const back = link.matches('#terms ~ h3 > a') && target?.matches('.term') && target.hash === `#${link.parentElement.id}`;
          return heading || note || back ? [] : [link.outerHTML];
        })
        """;
}
