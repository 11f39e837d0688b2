using Microsoft.Playwright;
using MlMaths.Torch.Tests.Browser;

[assembly: AssemblyFixture(typeof(OneBrowser))]

namespace MlMaths.Torch.Tests.Browser;

/// <summary>One browser for the tests of all classes, started by the first that asks.</summary>
public sealed class OneBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<(Chromium? Started, string WhyNot)>> _started = new(Chromium.Start);

    internal Task<(Chromium? Started, string WhyNot)> Started => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated && (await _started.Value).Started is { } chromium)
            await chromium.DisposeAsync();
    }

    /// <summary>Closes all pages: what one class looked at is of no use to the next. A browser that does not is ended.</summary>
    internal async Task CloseAll()
    {
        if ((await Started).Started is not { } chromium)
            return;
        try
        {
            foreach (IBrowserContext context in chromium.Browser.Contexts.ToArray())
                await context.CloseAsync().WaitAsync(Chromium.Patience);
        }
        catch (Exception)
        {
            await chromium.DisposeAsync();
            throw;
        }
    }
}
