using System.Diagnostics;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How far the gradient check can be believed, at many points where the truth is known.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables gradients [points]</c>
/// </summary>
internal static class GradientCheckTable
{
    private const int Seed = 901;

    public static void Print(int points)
    {
        var watch = Stopwatch.StartNew();
        CheckSurvey survey = CheckSurvey.Run(points, Seed);
        Console.WriteLine($"{points} points, {watch.Elapsed.TotalSeconds:0} s\n\n| what | share | 95 % |\n|---|---|---|");
        Print("coordinates across a planted kink, labelled so", survey.KinksLabelled);
        Print("planted errors of 10⁻⁴ to 10⁻¹, found and laid on the right answer", survey.ErrorsFound);
        Print("correct gradients called wrong", survey.FalseAlarms);
    }

    private static void Print(string what, Interval share) =>
        Console.WriteLine($"| {what} | {share.Value:P3} | {share.Low:P3} to {share.High:P3} |");
}
