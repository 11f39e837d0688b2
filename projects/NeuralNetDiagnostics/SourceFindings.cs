using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>The same training by autograd and by both derivations: the same curve, another speed.</summary>
/// <param name="Runs">One per source that knows the net.</param>
/// <param name="Verdict">The hand-derived gradient beside autograd's and beside differences, in float64, on a few rows.</param>
internal sealed record SourceFindings(IReadOnlyList<SourceRun> Runs, GradientVerdict Verdict)
{
    /// <summary>The furthest that two sources' losses of a batch lie apart at the same step.</summary>
    public double LargestDistance => Runs.SelectMany((run, at) => Runs.Skip(at + 1).SelectMany(other => run.History.Curve("loss").Values
        .Zip(other.History.Curve("loss").Values, (one, two) => Math.Abs(one - two))))
        .DefaultIfEmpty(0).Max();

    private const int Turns = 7, StepsPerRound = 60, CheckedRows = 8;

    public static SourceFindings Train(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, int epochs, int checkedCoordinates, int seed, TimeProvider clock,
        CancellationToken cancellation)
    {
        using Perceptron plain = (recipe with { Dropout = 0 }).Net(data, seed);
        GradientKind[] kinds = SimdBackpropagation.Obstacle(plain) is null
            ? [GradientKind.Autograd, GradientKind.Tensor, GradientKind.Simd]
            : [GradientKind.Autograd, GradientKind.Tensor];
        return new SourceFindings([.. kinds.Zip(StepTimes(data, recipe, kinds, seed, clock), Run)],
            Check(data, recipe, seed, checkedCoordinates));

        SourceRun Run(GradientKind kind, double microseconds)
        {
            NetRecipe by = recipe with { Gradients = kind, Epochs = epochs, Patience = null, Dropout = 0 };
            using Perceptron net = by.Net(data, seed);
            return new SourceRun(kind, by.Train(data, net, $"gradients: {kind}", seed, cancellation: cancellation), microseconds);
        }
    }

    /// <summary>Median time of a gradient, in turns: what else the machine does then meets all of them alike.</summary>
    private static double[] StepTimes(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, GradientKind[] kinds, int seed, TimeProvider clock)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch rows = data.Few(recipe.BatchRows);
        Perceptron[] nets = [.. kinds.Select(_ => (recipe with { Dropout = 0 }).Net(data, seed))];
        IGradientSource[] sources = [.. kinds.Zip(nets, (kind, net) => (recipe with { Gradients = kind }).SourceFor(net))];
        Action? synchronise = LatencyProtocol.SynchronisationOf(data.Device);
        double[][] times = [.. kinds.Select(_ => new double[Turns])];
        for (int turn = -1; turn < Turns; turn++) // the first turn warms up
        {
            for (int k = 0; k < sources.Length; k++)
            {
                long start = clock.GetTimestamp();
                for (int step = 0; step < StepsPerRound; step++)
                {
                    using DisposeScope one = torch.NewDisposeScope();
                    sources[k].Differentiate(rows);
                }

                synchronise?.Invoke(); // a device may still be at work on the last gradient

                if (turn >= 0)
                    times[k][turn] = clock.GetElapsedTime(start).TotalMicroseconds / StepsPerRound;
            }
        }

        foreach (Perceptron net in nets)
            net.Dispose();
        return [.. times.Select(turns => Quantiles.Of(turns).Median)];
    }

    private static GradientVerdict Check(PreparedBatches<ClassTarget> data, NetRecipe recipe, int seed, int coordinates)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var net = new Perceptron(
            [data.Rows.Columns, .. recipe.Hidden, data.Target.Classes.Count], seed, recipe.Activation,
            recipe.Initialisation, 0, data.Device, torch.ScalarType.Float64);
        Batch few = data.Few(CheckedRows);
        var rows = new Batch(few.X.to(torch.ScalarType.Float64), few.y);
        return GradientVerdict.Of(
            new Backpropagation(net, recipe.Penalty), Autograd.For(net, recipe.Penalty), rows,
            // On which side of its kink a unit is, its answer tells: 0 or more.
            recipe.Activation == Activation.Relu ? () => net.HiddenActivations(rows.X) : null, seed, coordinates);
    }
}

/// <summary>One training by one source.</summary>
/// <param name="Kind">The source.</param>
/// <param name="History">Its curve.</param>
/// <param name="MicrosecondsPerGradient">Median over turns.</param>
internal sealed record SourceRun(GradientKind Kind, TrainingHistory History, double MicrosecondsPerGradient);
