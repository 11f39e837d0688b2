using System.Diagnostics;
using System.Globalization;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Every exercise judged by what its author wrote for it: wrong answers named first, and right ones in many ways of writing them, each on
/// inputs of its own.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables exercises [ways] [exercise]</c>
/// </summary>
internal static class ExercisesTable
{
    private const int FirstSeed = 9001;

    public static void Print(int ways, string only)
    {
        Exercise[] asked = only.Length == 0 ? [.. ExerciseCatalogue.All] : [ExerciseCatalogue.Known(only)];
        Console.WriteLine("| exercise | mistakes | named first | right ways | rejected | ms each |\n|---|---:|---:|---:|---:|---:|");
        var all = new Tally();
        foreach (Exercise exercise in asked)
        {
            Tally tally = Of(exercise, ways);
            Console.WriteLine(tally.Row($"{exercise.Number} {exercise.Word}"));
            all.Add(tally);
        }

        Console.WriteLine(all.Row("all"));
        foreach (string miss in all.Misses) Console.WriteLine($"\n{miss}");
    }

    private static Tally Of(Exercise exercise, int ways)
    {
        var tally = new Tally();
        foreach ((string name, string text) in ExerciseText.Mistakes(exercise))
        {
            (ExerciseGrade both, string slip) = (Graded(exercise, text, FirstSeed), text.Split('\n')[0]["// slip: ".Length..].Trim());
            PartGrade grade = both.Now;
            string named = grade.Mistakes is [{ } first, ..] ? first.Id : grade.Verdict == PartVerdict.Right ? "called right" : "not named";
            string? right = exercise.Parts[both.Part - 1].RightWhereItFails(LearnerCompiler.Compile(text).Assembly!, FirstSeed);
            if (MessageNumbers.Told(grade, right ?? "") is { } told)
                tally.Misses.Add($"{exercise.Word}, {name}: tells {told} in “{grade.Property}”");
            tally.Mistake(named == slip ? null : $"{exercise.Word}, {name}: {named}, {grade.Property}");
        }

        IReadOnlyList<(string Name, string Text)> approaches = ExerciseText.Approaches(exercise);
        for (int i = 0; i < ways; i++)
        {
            (string name, string text) = approaches[i % approaches.Count];
            long of = Alternatives.Count(text), way = (long)((UInt128)(i / approaches.Count) * 2_654_435_761 % (ulong)of);
            var clock = Stopwatch.StartNew();
            ExerciseGrade grade = Graded(exercise, Alternatives.Way(text, way), FirstSeed + i);
            tally.Right(clock.Elapsed, grade.IsRight ? null : $"{exercise.Word}, {name}, way {way}: {grade.Now.Property}, "
                + $"at {grade.Now.Input} it gave {grade.Now.Gave}");
        }

        return tally;
    }

    private static ExerciseGrade Graded(Exercise exercise, string text, int seed)
    {
        (LearnerAssembly? answer, IReadOnlyList<CompileFault> faults) = LearnerCompiler.Compile(text);
        return answer is null
            ? throw new InvalidOperationException($"{exercise.Word}: {string.Join("; ", faults)}\n{text}")
            : ExerciseGrade.Of(exercise, answer, text, seed);
    }

    private sealed class Tally
    {
        private int _mistakes, _named, _ways, _rejected;
        private double _milliseconds;

        public List<string> Misses { get; } = [];

        public void Mistake(string? miss)
        {
            _mistakes++;
            if (miss is null) _named++;
            else Misses.Add(miss);
        }

        public void Right(TimeSpan took, string? miss)
        {
            _ways++;
            _milliseconds += took.TotalMilliseconds;
            if (miss is null) return;
            _rejected++;
            Misses.Add(miss);
        }

        public void Add(Tally other)
        {
            _mistakes += other._mistakes;
            _named += other._named;
            _ways += other._ways;
            _rejected += other._rejected;
            _milliseconds += other._milliseconds;
            Misses.AddRange(other.Misses);
        }

        public string Row(string name) => string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {_mistakes} | {_named} | {_ways} | {_rejected} | {_milliseconds / Math.Max(1, _ways):0} |");
    }
}
