using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Everything that is promised beside a peer, in one command: the same work by turns, results compared first, processor seconds, medians
/// of the turns. <c>dotnet run -c Release --project tests/Benchmarks -- peers</c>; build projects/Portfolio in Release first.
/// </summary>
internal static class PeersTable
{
    private const string Missing =
        "Peers are a Python with PyTorch, scikit-learn and pandas: on Debian, apt-get install python3-torch python3-sklearn python3-pandas "
        + "libopenblas0-pthread; name it with --python.";

    public static int Print(string[] asked)
    {
        string python = After(asked, "--python") ?? "/usr/bin/python3", only = After(asked, "--only") ?? "";
        int rounds = int.TryParse(After(asked, "--rounds"), CultureInfo.InvariantCulture, out int number) && number > 0 ? number : 5;
        torch.set_num_threads(1);
        StringBuilder table = new();
        Line($"{Machine()}; {rounds} rounds by turns, one thread for every library; seconds are medians\n");
        Line("| work | peer | results apart | ours, processor s | theirs | ours ÷ theirs | range | wanted | ours, clock s | theirs |");
        Line("|---|---|---|---:|---:|---:|---|---:|---:|---:|");
        bool isAnyMissing = false;
        foreach (PeerCase one in ((IEnumerable<PeerCase>)[.. FitPeers.All, .. NetPeers.All, .. FilePeers.All])
            .Where(one => one.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            isAnyMissing |= !Measure(one, python, rounds, Line);
        }

        if (isAnyMissing) Console.Error.WriteLine(Missing);
        if (After(asked, "--out") is { } file) File.WriteAllText(file, table.ToString());
        return isAnyMissing ? 3 : 0;

        void Line(string text)
        {
            Console.WriteLine(text);
            table.Append(text).Append('\n');
        }
    }

    private static bool Measure(PeerCase one, string python, int rounds, Action<string> line)
    {
        string folder = Directory.CreateTempSubdirectory("mlmaths-peers-").FullName;
        try
        {
            using PeerWork work = one.Begin(new(folder, python));
            work.Ours();
            List<Spent> ours = [], theirs = [];
            for (int round = 0; round < rounds; round++)
            {
                ours.Add(work.Ours());
                theirs.Add(work.TheirTurn());
            }

            Spent own = Spent.Median(ours), other = Spent.Median(theirs);
            (double low, double ratio, double high) = Spent.Ratio(ours, theirs);
            line(string.Create(CultureInfo.InvariantCulture,
                $"| {one.Name} | {work.Theirs} | {work.Agreement?.ToString() ?? "–"} | {own.Processor:G3} | {other.Processor:G3} "
                + $"| **{ratio:0.000}** | {low:0.000} to {high:0.000} | {one.Wanted:0.00} | {own.Clock:G3} | {other.Clock:G3} |"));
            return true;
        }
        catch (PeerMissingException missing)
        {
            string wanted = one.Wanted.ToString("0.00", CultureInfo.InvariantCulture);
            line($"| {one.Name} | not run: {missing.Message} | | | | | | {wanted} | | |");
            return false;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Machine()
    {
        string cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(
                text => text.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "?"
            : System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString();
        return $"{cpu}, {Environment.ProcessorCount} cores, .NET {Environment.Version}";
    }

    private static string? After(string[] asked, string name) =>
        Array.IndexOf(asked, name) is >= 0 and var at && at + 1 < asked.Length ? asked[at + 1] : null;
}
