using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Reading tables and score files beside pandas, in turns: processor seconds, so that other work on the machine counts little. A reader
/// here decides what each column is while it reads; <c>inspect</c> is the whole program, its start and its page included.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables reading [python]</c>; build projects/Portfolio in Release first.
/// </summary>
internal static class ReadingComparison
{
    private const int Turns = 5, Columns = 20;

    private static readonly int[] Sizes = [100_000, 1_000_000];

    public static void Print(string python)
    {
        Console.WriteLine("| file | MB | what | processor s, median | range | ÷ pandas |\n|---|---|---|---|---|---|");
        foreach (int rows in Sizes)
        {
            Compare($"{rows:N0} × {Columns}, mixed", python, file => Mixed(file, rows),
                ("read", file => In(() => CsvDataset.Read(
                    file, new ColumnRoles { TargetMayLack = true, IsOverview = true }, new TableOptions()))),
                ("inspect", Inspected));
            Compare($"{rows:N0} scores", python, file => ScoresTable.Write(file, rows),
                ("read", file => In(() => ScoreFile.Read(file, new ScoreColumns("y", ["p"])))));
        }
    }

    private static void Compare(
        string name, string python, Action<string> write, params (string What, Func<string, double> Seconds)[] ours)
    {
        string folder = Directory.CreateTempSubdirectory("mlmaths-reading-").FullName, file = Path.Combine(folder, "table.csv");
        try
        {
            write(file);
            foreach ((_, Func<string, double> seconds) in ours) seconds(file); // warm
            double[] peer = new double[Turns];
            double[][] own = [.. ours.Select(_ => new double[Turns])];
            for (int turn = 0; turn < Turns; turn++)
            {
                for (int way = 0; way < ours.Length; way++)
                    own[way][turn] = ours[way].Seconds(file);
                peer[turn] = Pandas(python, file);
            }

            string megabytes = (new FileInfo(file).Length / 1e6).ToString("N0", CultureInfo.InvariantCulture);
            for (int way = 0; way < ours.Length; way++)
                Line(ours[way].What, own[way]);
            Line("pandas.read_csv", peer);

            void Line(string what, double[] seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {megabytes} | {what} | {Median(seconds):0.00} | {seconds.Min():0.00} to {seconds.Max():0.00} "
                + $"| {Median([.. seconds.Zip(peer, (one, other) => one / other)]):0.00} |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double In(Action work)
    {
        using var own = Process.GetCurrentProcess();
        TimeSpan before = own.TotalProcessorTime;
        work();
        own.Refresh();
        return (own.TotalProcessorTime - before).TotalSeconds;
    }

    // bash says what a program took with all its threads, once it has ended.
    private static double Inspected(string file)
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "inspection"); // goes away with the file
        string program = Beside("..", "..", "..", "projects", "Portfolio", "bin", "Release", "net10.0", "mlmaths.dll");
        string[] said = Ran(
            "bash", "-c", "TIMEFORMAT='%3U %3S'; time dotnet \"$@\" >/dev/null", "bash", program, "inspect", file, "--quiet", "--out",
            folder).Error.Trim().Split('\n')[^1].Split(' ');
        return said.Sum(seconds => double.Parse(seconds, CultureInfo.InvariantCulture));
    }

    private static double Pandas(string python, string file) =>
        double.Parse(Ran(python, Beside("..", "peers", "read_csv.py"), file).Output.Split(';')[1], CultureInfo.InvariantCulture);

    private static (string Output, string Error) Ran(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd(), error = errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 ? (output, error) : throw new InvalidOperationException($"{program}: {error.Trim()}");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Beside(params string[] path) => Path.GetFullPath(Path.Combine([Here(), .. path]));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    // What a table of a shop or a clinic holds: amounts, counts, categories, names, a date, yes and no, and gaps.
    private static void Mixed(string file, int rows)
    {
        var random = Seeds.Generator(7, DrawnFor.Worlds);
        string[] cities = ["Bern", "Graz", "Lyon", "Oslo", "Turin", "Ghent"], plans = ["basic", "plus", "pro"];
        using var writer = new StreamWriter(file);
        writer.Write("customer,joined,city,plan,active,age,visits,orders,returns,income,spent,balance,score,height,weight,rate,share,"
            + "left_in,note,churn\n");
        for (int row = 0; row < rows; row++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"C{row:0000000},{new DateOnly(2020, 1, 1).AddDays(Whole(1500)):yyyy-MM-dd},{cities[Whole(6)]},{plans[Whole(3)]},"
                + $"{(Whole(2) == 0 ? "yes" : "no")},{18 + Whole(70)},{Whole(40)},{Whole(9)},{Whole(4)},{Amount()},"
                + $"{900 * Share():0.00},{2e4 * Share() - 1e4:0.00},{Share():0.000000},{150 + 50 * Share():0.0},{45 + 60 * Share():0.0},"
                + $"{Share():0.0000},{Share():0.0000},{Whole(365)},note {Whole(400)},{Whole(2)}\n"));
        }

        double Share() => random.NextDouble();
        int Whole(int below) => (int)(below * Share());
        string Amount() => Whole(9) == 0 ? "" : (9e4 * Share()).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
