using System.ComponentModel;
using System.Diagnostics;

namespace MlMaths.Torch.Runs;

/// <summary>The NVIDIA cards of this machine, or why none is named: not to have looked is not to have found none.</summary>
/// <param name="Names">As their driver calls them, with memory and version; null where none can be named.</param>
/// <param name="Remark">What a reader is told: the names, or the reason.</param>
internal sealed record GraphicsCards(string? Names, string Remark)
{
    private const string Tool = "nvidia-smi", Query = "--query-gpu=name,memory.total,driver_version";

    // A driver that sleeps wakes in a second or two; one that hangs must not hold up a run.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    // Beside the search path: where Windows, WSL2 and older Windows drivers have it.
    private static readonly string[] Elsewhere =
    [
        @"C:\Windows\System32\nvidia-smi.exe", "/usr/lib/wsl/lib/nvidia-smi", @"C:\Program Files\NVIDIA Corporation\NVSMI\nvidia-smi.exe",
    ];

    private static readonly Lazy<GraphicsCards> Read = new(() => Ask([Tool, .. Elsewhere.Where(File.Exists)], Limit));

    /// <summary>Asked once for each process.</summary>
    public static GraphicsCards OfThisMachine => Read.Value;

    /// <summary>Asks the first of the tools that can be started.</summary>
    public static GraphicsCards Ask(IEnumerable<string> tools, TimeSpan limit)
    {
        foreach (string tool in tools)
        {
            if (Start(tool) is not { } process)
                continue;
            using (process)
                return Answer(process, limit);
        }

        return Unnamed($"not looked for, as there is no {Tool} here");
    }

    private static Process? Start(string tool)
    {
        ProcessStartInfo start = new(tool)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            CreateNoWindow = true,
        };
        start.ArgumentList.Add(Query);
        start.ArgumentList.Add("--format=csv,noheader");
        try
        {
            return Process.Start(start);
        }
        catch (Exception cause) when (cause is Win32Exception or IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static GraphicsCards Answer(Process process, TimeSpan limit)
    {
        Task<string> said = process.StandardOutput.ReadToEndAsync(), complained = process.StandardError.ReadToEndAsync();
        if (!Task.WhenAll(said, complained).Wait(limit) || !process.WaitForExit(limit))
        {
            Stop(process);
            return Unnamed($"not known, as {Tool} did not answer");
        }

        string[] lines = Lines(said.Result);
        if (process.ExitCode != 0)
        {
            string why = Lines(complained.Result).Concat(lines).FirstOrDefault() is { } reason ? $": {reason.TrimEnd('.')}" : "";
            return Unnamed($"none that {Tool} can name{why}");
        }

        string[] cards = [.. lines.GroupBy(line => line).Select(same => same.Count() > 1 ? $"{same.Count()} × {same.Key}" : same.Key)];
        return cards.Length > 0 ? new(string.Join("; ", cards), string.Join("; ", cards)) : Unnamed($"none that {Tool} lists");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception cause) when (cause is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended meanwhile, or is out of reach: nobody waits for it any more.
        }
    }

    private static GraphicsCards Unnamed(string why) => new(null, why);
}
