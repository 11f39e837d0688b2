using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>A page that is open in a browser, and everything that it said, asked for or popped up.</summary>
internal sealed class WatchedPage
{
    private readonly List<string> _said = [];
    private readonly List<string> _requests = [];

    private WatchedPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Console messages, script errors and dialogs.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>Addresses that were asked for; nothing but the page itself is let through.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public static async Task<WatchedPage> Open(IBrowser browser, string file, int width, ColorScheme scheme)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        context.SetDefaultTimeout((float)Chromium.Patience.TotalMilliseconds);
        var watched = new WatchedPage(await context.NewPageAsync());
        await watched.Watch(new Uri(file).AbsoluteUri);
        return watched;
    }

    /// <summary>What a script of ours finds wrong with the page, line by line.</summary>
    public Task<string[]> Faults(string script) => Page.EvaluateAsync<string[]>(script);

    /// <summary>
    /// Where axe finds that the page breaks a rule of WCAG 2.2, level AA. Contrast is asked apart (<see cref="Faults.OfContrast"/>):
    /// axe gives no answer on most words of figures, and takes most of its time over them.
    /// </summary>
    public async Task<string[]> Barriers()
    {
        AxeResult result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            Rules = new() { ["color-contrast"] = new() { Enabled = false } },
        });
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}, {rule.Help}: {node.Html}"))];
    }

    private async Task Watch(string address)
    {
        Page.Console += (_, message) => _said.Add($"{message.Type}: {message.Text}");
        Page.PageError += (_, error) => _said.Add($"error: {error}");
        Page.Request += (_, request) => _requests.Add(request.Url);
        Page.Dialog += async (_, dialog) =>
        {
            _said.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await Page.Context.RouteAsync(url => url != address, route => route.AbortAsync());
        await Page.GotoAsync(address);
    }
}
