using System.Diagnostics;
using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Right gradients by every way, each at points of its own: how many the tutor calls anything but right, and how long it takes.
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
    }
}
