using System.Diagnostics;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How well 2/λmax predicts the largest stable rate, over many bowls and nets.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables stability [losses of each kind]</c>
/// </summary>
internal static class StableLearningRateTable
{
    private const int Steps = 300;

    public static void Print(int each)
    {
        var watch = Stopwatch.StartNew();
        StabilitySurvey survey = StabilitySurvey.Run(each, each, Steps);
        Console.WriteLine(
            $"{each} bowls and {each} nets, descents of up to {Steps} steps, {watch.Elapsed.TotalSeconds:0} s\n\n"
            + $"| losses | within a factor of 2 | 95 % | worst factor | median | not converged |\n"
            + $"|---|---|---|---|---|---|");
        Print("bowls", [.. survey.Quadratics]);
        Print($"bowls, momentum {StabilitySurvey.VelocityKept}", [.. survey.WithMomentum]);
        Print("nets near a minimum", [.. survey.Nets.Select(net => net.Trained)]);
        Print("nets at their initial weights", [.. survey.Nets.Select(net => net.Initial)]);
        Console.WriteLine(
            $"\nnets: ‖∇L‖ at the trained place at most {survey.Nets.Max(net => net.GradientNorm):0.0e-0}, "
            + $"median {survey.Nets.Select(net => net.GradientNorm).Order().ElementAt(each / 2):0.0e-0}; "
            + $"sharper there than at first: "
            + $"{survey.Nets.Count(net => net.Trained.Curvature.Value > net.Initial.Curvature.Value)} of {each}");
        double[] edges = [.. survey.Nets.Select(net => net.EdgeShare).OfType<double>().Order()];
        if (edges.Length > 0)
        {
            Console.WriteLine(
                $"λmax over 2/η after {Steps} steps from the first weights at nine tenths of the largest rate that "
                + $"held: {edges[0]:0.00} to {edges[^1]:0.00}, median {edges[edges.Length / 2]:0.00}");
        }
    }

    private static void Print(string losses, StabilityTrial[] trials)
    {
        Interval share = ClopperPearsonInterval.Of(trials.Count(trial => trial.IsWithinOctave), trials.Length);
        double[] ratios = [.. trials.Select(trial => trial.Ratio).OfType<double>().Order()];
        string worst = StabilitySurvey.Worst(trials) is { } factor ? $"{factor:0.000}" : "none";
        string median = ratios.Length > 0 ? $"{ratios[ratios.Length / 2]:0.000}" : "none";
        Console.WriteLine(
            $"| {losses} | {share.Value:P1} | {share.Low:P1} to {share.High:P1} | {worst} | {median} | "
            + $"{trials.Count(trial => !trial.Curvature.Converged)} |");
    }
}
