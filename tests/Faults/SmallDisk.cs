using System.Diagnostics;

namespace MlMaths.Torch.Faults;

/// <summary>A disk in memory that soon is full; only root may make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(string path, long bytes)
    {
        FullName = Directory.CreateDirectory(path).FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={Math.Max(bytes / 1024, 8)}k", "tmpfs", FullName);
    }

    /// <summary>Where it is mounted.</summary>
    public string FullName { get; }

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? WhyNot => !OperatingSystem.IsLinux() ? "a small disk is made on Linux only"
        : Environment.UserName != "root" ? "only root may mount a small disk" : null;

    /// <summary>Room is made.</summary>
    public void Grow() => Run("mount", "-o", "remount,size=256m", FullName);

    public void Dispose() => Run("umount", "-l", FullName);

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
