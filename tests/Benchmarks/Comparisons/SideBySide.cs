using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// The same work here and in Python on the same rows, in turns, so that whatever else the machine does meets both alike.
/// A peer is told the number of threads, prints <c>name;seconds;value</c> for each thing that it did, and times only the work.
/// </summary>
internal sealed class SideBySide(string python, string script, int repetitions)
{
    private readonly Dictionary<string, List<(double Seconds, double Value)>> _timed = [];

    /// <summary>Writes the rows for the peer, takes turns, and prints medians and ranges.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="X">The rows.</param>
    /// <param name="threads">Threads of both.</param>
    /// <param name="arguments">What the peer is told after file, rows and columns, and before the threads.</param>
    /// <param name="ours">Each way that we have, and the value to compare.</param>
    public void Print(string title, Tensor X, int threads, string arguments, params (string Name, Func<double> Work)[] ours)
    {
        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, MemoryMarshal.AsBytes<double>(X.data<double>().ToArray()));
        torch.set_num_threads(threads);
        _timed.Clear();
        for (int turn = 0; turn < repetitions; turn++)
        {
            foreach ((string name, Func<double> work) in ours)
            {
                var watch = Stopwatch.StartNew();
                double value = work();
                Add(name, watch.Elapsed.TotalSeconds, value);
            }
            foreach (string line in Peer($"\"{file}\" {X.size(0)} {X.size(1)} {arguments} {threads}", threads))
            {
                string[] cells = line.Split(';');
                Add(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
            }
        }
        File.Delete(file);

        Console.WriteLine(
            $"\n{title}, {threads} threads, {repetitions} turns\n\n"
            + $"| | median s | range | value | times ours |\n|---|---|---|---|---|");
        double first = Median(_timed[ours[0].Name]);
        foreach ((string name, List<(double Seconds, double Value)> runs) in _timed)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {Median(runs):0.00} | {runs.Min(run => run.Seconds):0.00} to "
                + $"{runs.Max(run => run.Seconds):0.00} | {runs[^1].Value:0.0} | {Median(runs) / first:0.00} |"));
        }
    }

    private void Add(string name, double seconds, double value)
    {
        if (!_timed.TryGetValue(name, out List<(double, double)>? runs)) _timed[name] = runs = [];
        runs.Add((seconds, value));
    }

    private string[] Peer(string arguments, int threads)
    {
        ProcessStartInfo start =
            new(python, $"\"{Script(script)}\" {arguments}") { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        using Process peer = Process.Start(start)!;
        string printed = peer.StandardOutput.ReadToEnd();
        peer.WaitForExit();
        return peer.ExitCode == 0
            ? printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{python} {script} ended with {peer.ExitCode}: it needs a Python with scikit-learn.");
    }

    private static double Median(List<(double Seconds, double Value)> runs) =>
        runs.Select(run => run.Seconds).Order().ElementAt(runs.Count / 2);

    private static string Script(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "peers", name);
}
