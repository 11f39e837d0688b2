using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Playwright;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>A browser of this machine's own, without a window; nothing is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    /// <summary>How long anything in it may take; beside other busy processes a page opens ten times as slowly.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly IPlaywright _driver;

    private readonly string _mark;

    private Chromium(IPlaywright driver, IBrowser browser, string mark) => (_driver, Browser, _mark) = (driver, browser, mark);

    public IBrowser Browser { get; }

    /// <summary>
    /// The processes of this very browser, by a word among their arguments that no other has; only Linux tells them. Elsewhere the driver
    /// alone ends them.
    /// </summary>
    public IReadOnlyList<int> Processes => OperatingSystem.IsLinux()
        ? [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsDigit))
            .Where(IsMarked).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))]
        : [];

    /// <summary>The browser, or why there is none.</summary>
    public static async Task<(Chromium? Started, string WhyNot)> Start()
    {
        if (Executable() is not { } executable)
            return (null, "there is no Chromium or Chrome on this machine");

        IPlaywright driver;
        try
        {
            MakeDriverExecutable();
            driver = await Playwright.CreateAsync().WaitAsync(Patience); // a driver that ends at once would be waited for for ever
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException
            or System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            return (null, $"Playwright's driver does not start: {failure.Message}");
        }

        string mark = $"--mlmaths-tests={Guid.NewGuid():N}";
        return (new Chromium(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Timeout = (float)Patience.TotalMilliseconds,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run", "--disable-quic", mark,
            ],
        }), mark), "");
    }

    public ValueTask DisposeAsync() => Close(Patience);

    /// <summary>Asks the browser to close, and ends what is left of it.</summary>
    public async ValueTask Close(TimeSpan patience)
    {
        try
        {
            await Browser.CloseAsync().WaitAsync(patience);
        }
        finally
        {
            _driver.Dispose();
            foreach (int id in Processes)
                End(id);
        }
    }

    private bool IsMarked(string? process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains(_mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string? Executable()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!OperatingSystem.IsWindows()) folders = ["/usr/bin", .. folders];
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    // A package's files lose their executable bit where they are unpacked by something that does not know of it.
    private static void MakeDriverExecutable()
    {
        if (OperatingSystem.IsWindows()) return;
        string system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string processor = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? "arm64" : "x64";
        string node = Path.Combine(AppContext.BaseDirectory, ".playwright", "node", $"{system}-{processor}", "node");
        if (File.Exists(node))
            File.SetUnixFileMode(node, File.GetUnixFileMode(node) | UnixFileMode.UserExecute);
    }
}
