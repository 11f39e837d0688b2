using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>Pages that hold nothing but an explorer, for all tests of a class.</summary>
public sealed class OpenExplorers(OneBrowser browser) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("explorer-").FullName;
    private readonly Dictionary<(int Width, bool Dark), WatchedPage> _pages = [];
    private Chromium? _chromium;
    private string _whyNot = "";

    internal static ExplorerBlock Usual { get; } =
        new(ThresholdCounts.From(Payments.Labels, Payments.Scores), 0.0485, 0.012,
            new ErrorCosts(100, 4) { Review = 1 })
        {
            Positive = "fraud",
            Negative = "honest",
        };

    /// <summary>9,000 seeded rows, about 1.2 % positive.</summary>
    internal static (bool[] Labels, double[] Scores) Payments => field.Labels is null ? field = Draw() : field;

    public async ValueTask InitializeAsync() => (_chromium, _whyNot) = await browser.Started;

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAll();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task<WatchedPage> Page(int width = 1400, bool dark = false)
    {
        if (!_pages.TryGetValue((width, dark), out WatchedPage? page))
            _pages[(width, dark)] = page = await Open(Usual, width, dark);
        return page;
    }

    internal async Task<WatchedPage> Open(ExplorerBlock explorer, int width = 1400, bool dark = false)
    {
        SkipWithoutBrowser();
        return await WatchedPage.Open(_chromium.Browser, File(explorer), width, dark ? ColorScheme.Dark : ColorScheme.Light);
    }

    internal async Task<IPage> OpenWithoutScripts(ExplorerBlock explorer)
    {
        SkipWithoutBrowser();
        IBrowserContext context = await _chromium.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        context.SetDefaultTimeout((float)Chromium.Patience.TotalMilliseconds);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(File(explorer)).AbsoluteUri);
        return page;
    }

    internal static string Html(ExplorerBlock explorer)
    {
        Report report = new("Explorer", "What would other costs do?",
            [new Section("What if?", [new Paragraph("Move something."), explorer.Told()], "It depends.")]);
        return HtmlReport.Write(report, (Figure figure) => throw new InvalidOperationException($"{figure.Name} is not expected here."));
    }

    [MemberNotNull(nameof(_chromium))]
    private void SkipWithoutBrowser()
    {
        Assert.SkipWhen(_chromium is null, $"The explorer was not opened in a browser: {_whyNot}.");
        ArgumentNullException.ThrowIfNull(_chromium);
    }

    private string File(ExplorerBlock explorer)
    {
        string file = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        System.IO.File.WriteAllText(file, Html(explorer));
        return file;
    }

    private static (bool[] Labels, double[] Scores) Draw()
    {
        var random = new Random(3);
        bool[] labels = [.. Enumerable.Range(0, 9_000).Select(_ => random.NextDouble() < 0.012)];
        return (labels, [.. labels.Select(label => 1 / (1 + Math.Exp(
            5 - (label ? 2.6 : 0) - 2.4 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))))]);
    }
}
