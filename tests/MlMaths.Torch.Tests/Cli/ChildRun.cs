using System.Diagnostics;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>A run in a process of its own, which may be killed.</summary>
internal static class ChildRun
{
    /// <summary>SIGKILL, some time after something was seen to happen.</summary>
    public static void Kill(TimeSpan later, Func<bool> happened, params string[] args)
    {
        using Process process = Start(args);
        while (!process.HasExited && !happened())
            process.WaitForExit(TimeSpan.FromMilliseconds(2));
        process.WaitForExit(later);
        process.Kill();
        process.WaitForExit();
    }

    public static void Finish(params string[] args)
    {
        using Process process = Start(args);
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, said));
    }

    private static Process Start(string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "KilledRun.dll"), .. args])
        {
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
