using System.Diagnostics;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Calculus;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Right gradients by every way, each at points of its own: how many the tutor calls anything but right, and how long it takes;
/// then all corrupted ones, and how many mistakes it names first.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables tutor [seeds]</c>
/// </summary>
internal static class TutorTable
{
    private const int FirstSeed = 7001;

    public static void Print(int seeds)
    {
        var watch = Stopwatch.StartNew();
        (RightAnswer Answer, bool IsRight)[] graded =
        [
            .. from derivation in DerivationCatalogue.All
               from seed in Enumerable.Range(FirstSeed, seeds)
               let points = Examination.Of(derivation.Name, seed, tried: 0)
               from answer in RightAnswer.Of(derivation)
               select (answer, points.Grade(answer).IsRight),
        ];
        Console.WriteLine($"{graded.Length} right answers, {watch.Elapsed.TotalSeconds:0} s\n");
        Console.WriteLine("| way | graded | rejected |\n|---|---:|---:|");
        foreach (var way in graded.GroupBy(one => one.Answer.Way))
            Console.WriteLine($"| {way.Key} | {way.Count()} | {way.Count(one => !one.IsRight)} |");
        foreach (var rejected in graded.Where(one => !one.IsRight).GroupBy(one => (one.Answer.Derivation, one.Answer.Way)))
            Console.WriteLine($"\nrejected: {rejected.Key.Derivation}, {rejected.Key.Way}, {rejected.Count()} times");

        TutorFindings found = TutorFindings.Of(quick: false, seed: FirstSeed);
        Console.WriteLine($"""

            | corrupted gradients | graded | mistake named first |
            |---|---:|---:|
            | of derivations that the rules were tried on | {found.Trials.Count(trial => !trial.IsClosed)} | {found.FirstOpen.Value:P1} |
            | of closed ones | {found.Trials.Count(trial => trial.IsClosed)} | {found.FirstClosed.Value:P1} |
            | reported by other people | {found.Reported.Count} | {found.FirstOfReported.Value:P1} |
            | two mistakes at once | {found.Pairs.Count} | {found.FirstOfPairs.Value:P1} |
            """);
        foreach (TutorTrial missed in found.Trials.Concat(found.Pairs).Where(trial => !trial.IsFirst && !trial.IsClosed))
            Console.WriteLine($"not named: {missed.Mutant.Derivation}: {missed.Mutant.Name}");
        foreach (ReportedTrial missed in found.Reported.Where(one => !one.Trial.IsFirst))
        {
            (string derivation, string name) = (missed.Report.Mutant.Derivation, missed.Report.Mutant.Name);
            Console.WriteLine($"reported, not named: {missed.Report.Report}: {derivation}: {name}");
        }
    }
}
