using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report as a reader meets it: in Chromium, on a phone and on a desk, by day and by night.</summary>
public sealed class ReportPageTests(ReportInBrowser browser) : IClassFixture<ReportInBrowser>
{
    public static TheoryData<int, bool> Windows => new() { { 400, false }, { 400, true }, { 1400, false }, { 1400, true } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task The_page_needs_nothing_and_complains_of_nothing(int width, bool dark)
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page, width, dark);
        Assert.Empty(window.Complaints);
        Assert.Equal([browser.Page], window.Requests);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Every_figure_is_there_to_see_and_to_hear(int width, bool dark)
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page, width, dark);
        string[] small = await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('figure')].filter(figure => {
                const box = figure.querySelector('svg')?.getBoundingClientRect();
                const named = figure.querySelector('[role=img][aria-label]')?.getAttribute('aria-label');
                return !box || box.width < 200 || box.height < 100 || !named || named.length < 20;
            }).map(figure => figure.innerText)
            """);
        Assert.Empty(small);
        Assert.InRange(await window.Page.Locator("figure svg").CountAsync(), 10, 20);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task The_page_never_scrolls_sideways(int width, bool dark)
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page, width, dark);
        Assert.InRange(await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_stands_out_from_its_background(bool dark)
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page, dark: dark);
        string[] pale = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
                const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
                const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                const behind = element => {
                    for (let e = element; e; e = e.parentElement) {
                        const c = channels(getComputedStyle(e).backgroundColor);
                        if (c.length === 3 || c[3] > 0) return c;
                    }
                    return [255, 255, 255];
                };
                return [...document.querySelectorAll('p, li, a, th, td, figcaption, h1, h2, code, pre')].filter(e => {
                    const [a, b] = [light(channels(getComputedStyle(e).color)), light(behind(e))];
                    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
                }).map(e => e.tagName + ': ' + e.textContent.slice(0, 40));
            }
            """);
        Assert.Empty(pale);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(1400)]
    public async Task No_two_words_of_a_figure_lie_on_each_other_and_none_is_cut(int width)
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page, width);
        string[] clashes = await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('figure svg')].flatMap(svg => {
                const frame = svg.getBoundingClientRect();
                const words = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                const cut = words.filter(([_, b]) => b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1)
                    .map(([t]) => 'cut: ' + t);
                const over = words.flatMap(([t, a], i) => words.slice(i + 1)
                    .filter(([_, b]) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                    .map(([u]) => t + ' over ' + u));
                return [...cut, ...over];
            })
            """);
        Assert.Empty(clashes);
    }

    [Fact]
    public async Task Every_line_of_the_contents_leads_to_its_section()
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page);
        int[] counts = await window.Page.EvaluateAsync<int[]>(
            "() => { const links = [...document.querySelectorAll('nav a')]; return [links.length, links.filter(a => document.getElementById(decodeURIComponent(a.hash.slice(1)))).length]; }");
        Assert.InRange(counts[0], 5, 20);
        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public async Task Paper_is_white_even_at_night()
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        await using Window window = await browser.Open(browser.Page, dark: true);
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        string[] colours = await window.Page.EvaluateAsync<string[]>(
            "() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('main p')).color]");
        Assert.All(colours[..2], colour => Assert.Contains(colour, (string[])["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]));
        Assert.All(colours[2].Split('(', ',', ')')[1..4], channel => Assert.InRange(int.Parse(channel, System.Globalization.CultureInfo.InvariantCulture), 0, 127));
    }

    [Fact]
    public async Task Names_that_look_like_script_run_nothing()
    {
        Assert.SkipWhen(browser.WhyNot is not null, browser.WhyNot ?? "");
        using CsvFile file = CsvFile.TwoClasses(
            "<script>alert(1)</script>", "[x](javascript:alert(1))", "</text><img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\"><script>alert(2)</script>");
        using var run = new RunOf("--quick", "--data", file.Path, "--target", "</text><img src=x onerror=alert(1)>");
        string page = new Uri(Path.Combine(run.Folder!, "report.html")).AbsoluteUri;

        await using Window window = await browser.Open(page);

        Assert.Empty(window.Complaints);
        Assert.Equal([page], window.Requests);
        Assert.Equal(0, await window.Page.Locator("script, img, a[href^=javascript]").CountAsync());
    }
}
