using Microsoft.Playwright;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>A browser of this machine, and one report to open in it.</summary>
public sealed class ReportInBrowser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private RunOf? _run;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser; null where there is one.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Address of the report.</summary>
    public string Page => new Uri(Path.Combine(_run!.Folder!, "report.html")).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } chromium)
        {
            WhyNot = $"There is no Chromium at {string.Join(", ", Places)}.";
            return;
        }

        try
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            _run = new RunOf("--quick");
        }
        catch (PlaywrightException obstacle)
        {
            WhyNot = $"Chromium does not start here: {obstacle.Message.Split('\n')[0]}";
        }
    }

    /// <summary>A fresh window on an address, which keeps what went wrong on the way.</summary>
    internal async Task<Window> Open(string address, int width = 1400, bool dark = false)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await Window.On(context, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _run?.Dispose();
    }
}

/// <summary>A page in a window of its own.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, scripts that failed, dialogs that opened.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Window> On(IBrowserContext context, string address)
    {
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Console += (_, message) => window.Complaints.Add($"{message.Type}: {message.Text}");
        window.Page.PageError += (_, error) => window.Complaints.Add(error);
        window.Page.Dialog += (_, dialog) =>
        {
            window.Complaints.Add($"dialog: {dialog.Message}");
            dialog.DismissAsync();
        };
        window.Page.Request += (_, request) => window.Requests.Add(request.Url);
        await window.Page.GotoAsync(address);
        return window;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
