using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>Scores, files, and whole programs from their start.</summary>
internal static class FilePeers
{
    public static IEnumerable<PeerCase> All =>
    [
        Curves(1_000_000, 0.08), Curves(10_000_000, 0.05),
        Reading(100_000, 1), Reading(1_000_000, 1), ScoreReading(1_000_000, 1), Inspection(100_000, 2.5), Inspection(1_000_000, 2.5),
        Metrics(10_000_000, 0.08),
        Start("--help", [Built, "--help"], "import_torch.py", 0.08),
        Start("first tensor", [typeof(FilePeers).Assembly.Location, FirstTensorWord], "first_tensor.py", 0.28),
    ];

    /// <summary>What this program is told to do nothing but <see cref="FirstTensor"/>.</summary>
    public const string FirstTensorWord = "first-tensor";

    /// <summary>What <c>first_tensor.py</c> does.</summary>
    public static void FirstTensor() => Console.WriteLine(torch.ones(3).sum().item<float>());

    private static PeerCase Curves(int rows, double wanted) => new(
        $"ROC AUC and average precision, {rows:N0} scores", wanted, place =>
        {
            (bool[] labels, double[] scores) = ScoredRows.Draw(rows, seed: 7);
            string file = place.Path("scores.bin");
            using (FileStream stream = File.Create(file))
            {
                stream.Write(MemoryMarshal.AsBytes<double>(scores));
                stream.Write(MemoryMarshal.AsBytes<double>(Array.ConvertAll(labels, label => label ? 1.0 : 0)));
            }

            return PeerWork.Beside(place, "curves.py", [file, rows], Both, 1e-9, () => Spent.By(() => Both()));

            double Both()
            {
                var counts = ThresholdCounts.From(labels, scores);
                return RocCurve.From(counts).Area!.Value + PrecisionRecallCurve.From(counts).AveragePrecision!.Value;
            }
        });

    private static PeerCase Reading(int rows, double wanted) => new(
        $"reading a table, {rows:N0} × 20 mixed columns", wanted, place =>
        {
            string file = place.Path("table.csv");
            MixedTable.Write(file, rows);
            return PeerWork.Beside(place, "read_csv.py", [file], () => Read().Rows, 0, () => Spent.By(() => Read()));

            Dataset Read() => CsvDataset.Read(file, new ColumnRoles { TargetMayLack = true, IsOverview = true }, new TableOptions());
        });

    private static PeerCase ScoreReading(int rows, double wanted) => new(
        $"reading scores, {rows:N0} rows", wanted, place =>
        {
            string file = place.Path("scores.csv");
            ScoresTable.Write(file, rows);
            return PeerWork.Beside(place, "read_csv.py", [file], () => Read().Scores[0].Length, 0, () => Spent.By(() => Read()));

            ScoreTable Read() => ScoreFile.Read(file, new ScoreColumns("y", ["p"]));
        });

    private static PeerCase Inspection(int rows, double wanted) => new(
        $"`inspect` as a program, {rows:N0} × 20, beside `read_csv` alone", wanted, place =>
        {
            string file = place.Path("table.csv");
            MixedTable.Write(file, rows);
            var peer = new Peer(place.Python, "read_csv.py", [file], threads: 1);
            return new PeerWork(peer.Name, null, () => Program(place, "inspect", file), peer.Turn).Then(peer.Dispose);
        });

    private static PeerCase Metrics(int rows, double wanted) => new(
        $"`metrics`, {rows:N0} rows, with intervals, beside a script without", wanted, place =>
        {
            string file = place.Path("scores.csv");
            ScoresTable.Write(file, rows);
            return new PeerWork("pandas and scikit-learn", null,
                () => Program(place, "metrics", "--scores", file, "--target", "y", "--score", "p", "--positive", "1"),
                () => Ran(place.Python, Peer.Script("metrics.py"), file));
        });

    private static PeerCase Start(string what, string[] arguments, string script, double wanted) => new(
        $"start to {what}", wanted, place => new PeerWork("PyTorch", null,
            () => Ran("dotnet", arguments), () => Ran(place.Python, Peer.Script(script))));

    private static string Built { get; } = Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(Peer.Script(""))!, "..", "..", "projects", "Portfolio", "bin", "Release", "net10.0", "mlmaths.dll"));

    private static Spent Program(PeerPlace place, params string[] arguments)
    {
        string folder = place.Path($"run-{Guid.NewGuid():n}");
        return Ran("dotnet", [Built, .. arguments, "--quiet", "--out", folder]);
    }

    // bash says what a program took with all its threads, once it has ended.
    private static Spent Ran(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(
            "bash", ["-c", "TIMEFORMAT='%3U %3S %3R'; time \"$@\" >/dev/null", "bash", program, .. arguments])
        {
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new PeerMissingException($"{program} {string.Join(' ', arguments)}: {error.Split('\n')[0]}");
        double[] said = [.. error.Split('\n')[^1].Split(' ').Select(one => double.Parse(one, CultureInfo.InvariantCulture))];
        return new(said[0] + said[1], said[2]);
    }
}
