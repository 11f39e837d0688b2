using System.Diagnostics;
using System.Globalization;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Workbench;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How long a learner waits from a save to the verdict: warm, by a process that has graded before, and cold, with its start. Right and
/// wrong answers in turns, each save with other inputs.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables verdicts [saves] [exercise,exercise]</c>, a quarter as many of them cold.
/// </summary>
internal static class VerdictsTable
{
    private const int FirstSeed = 7001;

    // A start takes ten times as long as a verdict.
    private const int WarmForEachCold = 4;

    private static string Program => Path.Combine(
        Repository.Folder, "projects", "Exercises", "bin", "Release", "net10.0", "Exercises.dll");

    public static void Print(int saves, string only)
    {
        Exercise[] asked = only.Length == 0 ? [.. ExerciseCatalogue.All] : [.. only.Split(',').Select(ExerciseCatalogue.Known)];
        Console.WriteLine("| exercise | warm saves | median | p95 | cold saves | median | p95 |\n|---|---:|---:|---:|---:|---:|---:|");
        (List<double> warm, List<double> cold) = ([], []);
        foreach (Exercise exercise in asked)
        {
            (double[] ofWarm, double[] ofCold) = (Warm(exercise, saves), Cold(exercise, Math.Max(1, saves / WarmForEachCold)));
            Console.WriteLine(Row($"{exercise.Number} {exercise.Word}", ofWarm, ofCold));
            warm.AddRange(ofWarm);
            cold.AddRange(ofCold);
        }

        Console.WriteLine(Row("all", [.. warm], [.. cold]));
    }

    // The first save is not counted: it compiles the grader.
    private static double[] Warm(Exercise exercise, int saves)
    {
        using var bench = new Bench("dotnet", Program);
        Seconds(bench, exercise, 0);
        return [.. Enumerable.Range(1, saves).Select(save => Seconds(bench, exercise, save))];
    }

    private static double[] Cold(Exercise exercise, int saves) => [.. Enumerable.Range(0, saves).Select(save =>
    {
        var clock = Stopwatch.StartNew();
        using var bench = new Bench("dotnet", Program);
        Seconds(bench, exercise, save);
        return clock.Elapsed.TotalSeconds;
    })];

    private static double Seconds(Bench bench, Exercise exercise, int save)
    {
        IReadOnlyList<(string Name, string Text)> wrong = ExerciseText.Mistakes(exercise), right = ExerciseText.Approaches(exercise);
        string text = save % 2 == 0 ? wrong[save / 2 % wrong.Count].Text : Alternatives.Way(right[save / 2 % right.Count].Text, save);
        var clock = Stopwatch.StartNew();
        BenchReply reply = bench.Ask(new(BenchJobs.Exercise, exercise.Word, text, FirstSeed + save));
        return reply.Ending == BenchEnding.Graded
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{exercise.Word}: {reply.Says}");
    }

    private static string Row(string name, double[] warm, double[] cold)
    {
        (Quantiles ofWarm, Quantiles ofCold) = (Quantiles.Of(warm), Quantiles.Of(cold));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {warm.Length} | {ofWarm.Median:0.00} s | {ofWarm.At(0.95):0.00} s | ")
            + string.Create(CultureInfo.InvariantCulture, $"{cold.Length} | {ofCold.Median:0.00} s | {ofCold.At(0.95):0.00} s |");
    }
}
