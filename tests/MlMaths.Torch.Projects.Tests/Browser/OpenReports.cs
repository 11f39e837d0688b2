using Microsoft.Playwright;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of one run, opened once for each screen with all that it folds, for all tests of a class.</summary>
public abstract class OpenReports(OneBrowser browser) : IAsyncLifetime
{
    private readonly Dictionary<(int Width, bool Dark), WatchedPage> _pages = [];
    private Chromium? _chromium;
    private string _whyNot = "";

    public async ValueTask InitializeAsync() => (_chromium, _whyNot) = await browser.Started;

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAll();
        GC.SuppressFinalize(this);
    }

    /// <summary>The run whose report is opened; others look at it too.</summary>
    private protected abstract RunOf Example();

    internal async Task<WatchedPage> Page(int width, bool dark)
    {
        SkipWithoutBrowser();
        if (!_pages.TryGetValue((width, dark), out WatchedPage? page))
            _pages[(width, dark)] = page = await Open(Example(), width, dark);
        return page;
    }

    internal async Task<WatchedPage> Open(RunOf run, int width, bool dark)
    {
        string file = Path.Combine(run.Folder ?? throw new InvalidOperationException($"No report: {run.Errors}"), "report.html");
        WatchedPage page = await WatchedPage.Open(_chromium!.Browser, file, width, dark ? ColorScheme.Dark : ColorScheme.Light);
        await page.Page.EvaluateAsync("() => document.querySelectorAll('.proof').forEach(fold => fold.open = true)");
        return page;
    }

    internal void SkipWithoutBrowser() => Assert.SkipWhen(_chromium is null, $"The report was not opened in a browser: {_whyNot}.");
}
