using System.Security.Cryptography;
using MlMaths.Torch.Portfolio.History;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>Runs of one command, and what there is to say of them together.</summary>
/// <param name="Runs">In the order in which they were named.</param>
/// <param name="Differences">What is not the same in all.</param>
/// <param name="Measured">What any of them measured.</param>
/// <param name="Pairs">Each against the first.</param>
/// <param name="Curves">Their trainings over each other, one picture a quantity.</param>
internal sealed record ComparedRuns(
    IReadOnlyList<ComparedRun> Runs, IReadOnlyList<Difference> Differences, IReadOnlyList<MeasuredSide> Measured,
    IReadOnlyList<ComparedPair> Pairs, OverlaidCurves Curves)
{
    private const string Results = "results.json";

    /// <summary>Opens the folders; all that is wrong with them is said together.</summary>
    /// <exception cref="UserMistakeException">One is no completed run of this version, or they are of different commands.</exception>
    public static IReadOnlyList<ComparedRun> Open(IReadOnlyList<string> folders)
    {
        List<string> faults = [];
        List<PastRun> runs = [];
        foreach (string folder in folders)
        {
            try
            {
                _ = FinishedRun.Open(folder);
                runs.Add(PastRun.Open(folder));
            }
            catch (UserMistakeException mistake)
            {
                faults.Add(mistake.Message);
            }
        }

        foreach (IGrouping<string, PastRun> twice in runs.GroupBy(run => FullPath(run.Folder)).Where(same => same.Count() > 1))
            faults.Add($"{Quoted.Path(twice.First().Folder)} is named {twice.Count()} times: a run says nothing against itself.");
        // Names that are equal mean other things in another command: its rows, its model, its threshold.
        if (runs.Select(run => run.Verb).Distinct().Count() > 1)
        {
            faults.Add("The runs are of different commands ("
                + string.Join(", ", runs.Select(run => $"{Quoted.Value(run.Name)}: {Quoted.Value(run.Verb)}"))
                + "), whose numbers mean different things under the same names: compare runs of one command.");
        }

        return faults.Count == 0
            ? [.. runs.Select((run, i) => new ComparedRun($"{(char)('A' + i)}", run))]
            : throw new UserMistakeException(string.Join("\n", faults));
    }

    /// <summary>Compares them.</summary>
    public static ComparedRuns Of(IReadOnlyList<ComparedRun> runs, CancellationToken cancellation)
    {
        IReadOnlyList<Difference> differences = Difference.Among(runs);
        return new(
            runs, differences, MeasuredSide.Of(runs),
            [.. runs.Skip(1).Select(run => { cancellation.ThrowIfCancellationRequested(); return ComparedPair.Of(runs[0], run); })],
            OverlaidCurves.Of(runs, [.. runs.Select((_, i) => LabelOf(runs, differences, i))], cancellation));
    }

    /// <summary>The runs as data of this one: another results.json in any of them is another comparison.</summary>
    public static DataDescription Describe(IReadOnlyList<ComparedRun> runs)
    {
        byte[] all = [.. runs.SelectMany(run => SHA256.HashData(File.ReadAllBytes(Path.Combine(run.Past.Folder, Results))))];
        return new(
            $"{Results} of {string.Join(", ", runs.Select(run => run.Past.Name))}", runs.Count, MeasuredSide.Of(runs).Count, null, null,
            Convert.ToHexStringLower(SHA256.HashData(all)));
    }

    /// <summary>The first line: what differs, and what does not.</summary>
    public string WhatDiffers => Differences.Count == 0
        ? "Nothing differs: the same options, seed, data and versions."
        : $"What differs: {string.Join("; ", Differences)}. {Unchanged}".TrimEnd();

    private string Unchanged
    {
        get
        {
            string[] same =
            [
                .. new[]
                {
                    (Kind: ChangeKind.Option, Word: "options"), (Kind: ChangeKind.Seed, Word: "seed"),
                    (Kind: ChangeKind.Data, Word: "data"), (Kind: ChangeKind.Version, Word: "versions"),
                }.Where(kind => Differences.All(one => one.Kind != kind.Kind)).Select(kind => kind.Word),
            ];
            return same.Length == 0 ? "" : $"The same in all: {string.Join(", ", same)}.";
        }
    }

    // Where one thing alone was tried out, it names the curves.
    private static string LabelOf(IReadOnlyList<ComparedRun> runs, IReadOnlyList<Difference> differences, int run) =>
        differences.Where(one => one.Kind is ChangeKind.Option or ChangeKind.Seed).ToArray() is [var only] && only.Label(run) is { } label
            ? $"{runs[run].Letter}: {label}"
            : runs[run].Letter;

    private static string FullPath(string folder) => Path.GetFullPath(Path.TrimEndingDirectorySeparator(folder));
}
