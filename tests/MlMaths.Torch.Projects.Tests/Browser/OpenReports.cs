using Microsoft.Playwright;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>One browser for all tests of a class, and in it one report, opened once for each screen.</summary>
public class OpenReports : IAsyncLifetime
{
    private readonly Dictionary<(int Width, bool Dark), WatchedPage> _pages = [];
    private Chromium? _chromium;
    private RunOf? _run;
    private string _whyNot = "";

    public async ValueTask InitializeAsync() => (_chromium, _whyNot) = await Chromium.Start();

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        if (!IsShared) _run?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether others look at the same run, so that it is not ours to delete.</summary>
    private protected virtual bool IsShared => false;

    /// <summary>The run whose report is opened.</summary>
    private protected virtual RunOf Example() => new("--quick");

    internal async Task<WatchedPage> Page(int width, bool dark)
    {
        if (!_pages.TryGetValue((width, dark), out WatchedPage? page))
            _pages[(width, dark)] = page = await Open(Run(), width, dark);
        return page;
    }

    internal async Task<WatchedPage> Open(RunOf run, int width, bool dark)
    {
        string file = Path.Combine(run.Folder ?? throw new InvalidOperationException($"No report: {run.Errors}"), "report.html");
        return await WatchedPage.Open(_chromium!.Browser, file, width, dark ? ColorScheme.Dark : ColorScheme.Light);
    }

    private RunOf Run()
    {
        SkipWithoutBrowser();
        return _run ??= Example();
    }

    internal void SkipWithoutBrowser() => Assert.SkipWhen(_chromium is null, $"The report was not opened in a browser: {_whyNot}.");
}
