using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Whether the same seed gives the same bytes: every program, again and again, idle and beside busy processes, with
/// any number of threads; and whether other instruction sets, which round otherwise, come to the same decisions.
/// <c>dotnet run -c Release --project tests/Benchmarks -- repeat [--runs 20] [--whole 3] [--only TEXT] [--out
/// FILE.md]</c>
/// runs the programs that were built last.
/// </summary>
internal static class RepeatTable
{
    /// <summary>Of |a − b| / max(1, |a|, |b|), across instruction sets.</summary>
    private const double Tolerance = 1e-6;

    /// <returns>0 where no byte differed that must not, and no decision.</returns>
    public static int Print(RepeatOptions options)
    {
        (StressProgram Program, StressSetting Setting)[] asked =
        [
            .. from program in StressProgram.All
               from setting in StressSetting.Alike.Concat(StressSetting.OtherInstructions)
               where Times(setting, options) > 0
                   && $"{program.Name}, {setting.Name}".Contains(options.Only, StringComparison.OrdinalIgnoreCase)
               select (program, setting),
        ];
        if (asked.Length == 0)
        {
            Console.Error.WriteLine($"--only '{options.Only}' selects nothing: programs are "
                + $"{string.Join(", ", StressProgram.All.Select(program => program.Name))}.");
            return 2;
        }

        RepeatedRuns runs = new(options, asked.Sum(one => Times(one.Setting, options)));
        var found = asked.ToDictionary(
            one => one, one => runs.Of(one.Program, one.Setting, Times(one.Setting, options)));
        string table = Alike(found) + Instructions(found);
        Console.WriteLine(table);
        if (options.Out is { } file)
            File.WriteAllText(file, table);
        return found.All(one => one.Value.All(difference => Passes(one.Key.Setting, difference))) ? 0 : 1;
    }

    /// <summary>
    /// Across instruction sets one run tells all that more of them would: each set repeats its own bytes.
    /// </summary>
    private static int Times(StressSetting setting, RepeatOptions options) =>
        StressSetting.OtherInstructions.Contains(setting) ? 1 : options.Times(setting);

    private static bool Passes(StressSetting setting, RunDifference difference) =>
        StressSetting.OtherInstructions.Contains(setting)
            ? difference.Decision is null && difference.Largest <= Tolerance
            : difference.IsNone;

    private static string Alike(Dictionary<(StressProgram Program, StressSetting Setting),
        IReadOnlyList<RunDifference>> found)
    {
        StressSetting[] settings =
            [.. StressSetting.Alike.Where(setting => found.Keys.Any(one => one.Setting == setting))];
        if (settings.Length == 0)
            return "";
        StringBuilder table = new();
        string names = string.Join(" | ", settings.Select(one => one.Name)), rule = string.Concat(settings.Select(_ => "---|"));
        table.Append(CultureInfo.InvariantCulture, $"| equal to the first, byte for byte | {names} |\n|---|{rule}\n");
        foreach (StressProgram program in found.Keys.Select(one => one.Program).Distinct())
        {
            string[] cells = [.. settings.Select(setting => Cell(found.GetValueOrDefault((program, setting))))];
            table.Append(CultureInfo.InvariantCulture, $"| {program.Name} | {string.Join(" | ", cells)} |\n");
        }

        return $"{table}\n";
    }

    private static string Cell(IReadOnlyList<RunDifference>? runs) =>
        runs is null or [] ? "" : $"{runs.Count(run => run.IsNone)} of {runs.Count}";

    private static string Instructions(Dictionary<(StressProgram Program, StressSetting Setting),
        IReadOnlyList<RunDifference>> found)
    {
        StringBuilder table = new();
        foreach (((StressProgram program, StressSetting setting), IReadOnlyList<RunDifference> runs) in found)
        {
            if (!StressSetting.OtherInstructions.Contains(setting))
                continue;
            RunDifference run = runs[0];
            string largest = run.IsNone ? "none" : string.Create(CultureInfo.InvariantCulture, $"{run.Largest:0.0e+0}");
            table.Append(CultureInfo.InvariantCulture, $"| {program.Name} | `{setting.Name}` | {run.Cells:#,0} | {largest} ");
            table.Append(CultureInfo.InvariantCulture, $"| {run.Where} | {run.Decision ?? "all equal"} |\n");
        }

        return table.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"""
            Other instruction sets round otherwise. A difference is |a − b| / max(1, |a|, |b|), and at most
            {Tolerance:0.0e+0} is let pass; a decision is every word, count and chosen setting, and the rows that each
            threshold calls.

            | program | setting | numbers that differ | largest difference | where | decisions |
            |---|---|---|---|---|---|
            {table}
            """);
    }
}
