using Microsoft.Playwright;
using MlMaths.Torch.Tests.Stories;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>What holds for every program's page: no rule of WCAG is broken, and folds open by keyboard, by a link and on paper.</summary>
public sealed class EveryPageTests(OneBrowser browser, PagesOfAll pages) : IClassFixture<PagesOfAll>, IAsyncDisposable
{
    private const int Telephone = 400, Tablet = 768, Desk = 1400, PaperWidth = 673, MostStops = 400;

    private const string OpenAll = "() => document.querySelectorAll('details').forEach(fold => fold.open = true)";

    private const string Folded = """
        () => [...document.querySelectorAll('main .proof')].filter(fold => {
          const inside = fold.querySelector(':scope > :not(summary)');
          return !inside.checkVisibility({ contentVisibilityAuto: true }) || inside.getBoundingClientRect().height === 0;
        }).length
        """;

    private const string Moving = """
        () => [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth';
        }).map(element => element.outerHTML.slice(0, 80)).concat(document.getAnimations().map(one => `${one}`))
        """;

    public static TheoryData<string> Names => [.. PagesOfAll.Names];

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAll();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task On_a_telephone_no_page_breaks_a_rule_of_WCAG_nothing_hangs_over_and_nothing_moves(string name)
    {
        WatchedPage page = await Open(name, Telephone, ColorScheme.Light);
        await page.Page.EvaluateAsync(OpenAll);
        Assert.Empty(await page.Barriers());
        Assert.Empty(await page.Faults(Faults.OfContrast));
        Assert.Empty(await page.Faults(Faults.OfOverhang));
        Assert.Empty(await page.Faults(Faults.OfScrolledFigures));
        Assert.Empty(await page.Faults(Moving));
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.Page.SetViewportSizeAsync(Tablet, 900);
        Assert.Empty(await page.Faults(Faults.OfScrolledFigures));
        Assert.Empty(page.Said);
        await page.Page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task In_the_dark_no_page_breaks_a_rule_of_WCAG(string name)
    {
        WatchedPage page = await Open(name, Desk, ColorScheme.Dark);
        await page.Page.EvaluateAsync(OpenAll);
        Assert.Empty(await page.Barriers());
        Assert.Empty(await page.Faults(Faults.OfContrast));
        await page.Page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fold_opens_by_keyboard_alone_for_a_link_into_it_and_on_paper(string name)
    {
        WatchedPage page = await Open(name, Desk, ColorScheme.Light);
        await ByKeyboard(page.Page);
        await ByLink(page.Page);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.Page.SetViewportSizeAsync(PaperWidth, 900);
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Folded));
        Assert.Empty(await page.Faults(Faults.OfOverhang));
        await page.Page.Context.CloseAsync();
    }

    private static async Task ByKeyboard(IPage page)
    {
        int folds = await page.Locator("main .proof").CountAsync();
        Assert.True(folds > 0, "The page has no fold.");
        Assert.Equal(folds, await page.EvaluateAsync<int>(Folded));
        HashSet<string> reached = [];
        for (int i = 0; i < MostStops && reached.Count < folds; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            string[] at = await page.EvaluateAsync<string[]>("""
                () => document.activeElement.matches('.proof > summary')
                  ? [document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle] : []
                """);
            if (at.Length == 0 || !reached.Add(at[0])) continue;
            Assert.Equal("solid", at[1]);
            if (reached.Count > 1) continue;
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal(folds - 1, await page.EvaluateAsync<int>(Folded));
            await page.Keyboard.PressAsync(" ");
            Assert.Equal(folds, await page.EvaluateAsync<int>(Folded));
        }

        Assert.Equal(folds, reached.Count);
    }

    private static async Task ByLink(IPage page)
    {
        string? inside = await page.EvaluateAsync<string?>(
            "() => document.querySelector('.proof a.term, .proof svg[id^=figure-]')?.id ?? null");
        if (inside is null) return;
        int folded = await page.EvaluateAsync<int>(Folded);
        await page.EvaluateAsync("id => location.hash = id", inside);
        await page.WaitForFunctionAsync("id => document.getElementById(id).closest('.proof').open", inside);
        Assert.Equal(folded - 1, await page.EvaluateAsync<int>(Folded));
    }

    private async Task<WatchedPage> Open(string name, int width, ColorScheme scheme)
    {
        (Chromium? chromium, string whyNot) = await browser.Started;
        Assert.SkipWhen(chromium is null, $"The page was not opened in a browser: {whyNot}.");
        return await WatchedPage.Open(chromium!.Browser, Path.Combine(pages.Folder(name), "report.html"), width, scheme);
    }
}
