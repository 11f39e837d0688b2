using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// A script of <c>peers/</c>, kept running: it warms up, says its name and its result, and works once for each line that it is sent
/// (<c>turns.py</c> has the other half).
/// </summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    public Peer(string python, string script, IEnumerable<string> arguments, int threads)
    {
        ProcessStartInfo start = new(python, [Script(script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        _process = Process.Start(start)!;
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        string[] said = (_process.StandardOutput.ReadLine() ?? throw new PeerMissingException(
            $"{python} {script}: {errors.Result.Trim().Split('\n')[^1]}")).Split(';');
        (Name, Result) = (said[0], double.Parse(said[1], CultureInfo.InvariantCulture));
    }

    /// <summary>With its version.</summary>
    public string Name { get; }

    /// <summary>Of the same work, to be compared with ours.</summary>
    public double Result { get; }

    /// <summary>One turn.</summary>
    public Spent Turn()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        string[] said = _process.StandardOutput.ReadLine()!.Split(';');
        return new(double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    public static string Script(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "peers", name));
}

/// <summary>A peer that cannot be asked: its Python or a package of it is not there.</summary>
internal sealed class PeerMissingException(string message) : Exception(message);
