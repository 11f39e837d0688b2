using System.Text.Json.Nodes;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Whether a net that is one straight map of its features is asked for more than a straight map can give. Both a straight map and a net
/// with hidden units learn every second row, with settings that are known to work, and are judged by the rows between:
///
/// <code>
/// gainᵢ = loss of the straight map − loss of the net         row by row, in the currency of <see cref="SoundLoss"/>
/// fails where the mean gain is above four standard errors, and the straight map gains less than half as much over a constant answer
/// </code>
/// </summary>
internal static class CapacityCheck
{
    private const int MostRows = 1000, FewestRows = 60, FewestEpochs = 60, FewestSteps = 1000, Units = 32;
    private const double LearningRate = 0.01, StandardErrors = 4, Half = 0.5, Straight = 1e-3, FarOut = 10;

    public static CheckResult Of(StartProbe probe)
    {
        Check check = new("straight_map", "A net without bends is enough for these rows");
        if (!IsStraight(probe)) return check.NotRun("The net has hidden units that bend.");
        int[] places = RowSample.Even(probe.Data.Training.Rows, MostRows);
        if (places.Length < FewestRows) return check.NotRun($"{Counted.Rows(places.Length)} are too few to tell.");
        // Scaled once, and then dealt: halves that were scaled apart would not be the same task.
        TrainingSpec good = Known(probe.Spec);
        using SpecData rows = probe.Data.For(good, places), learnt = rows.For(good, EveryOther(0)), judged = rows.For(good, EveryOther(1));
        if (learnt.TrainingLabels.Distinct().Count() == 1) return check.NotRun("The rows that were taken have the same target.");
        double[] labels = rows.TargetUnit.Unscaled(judged.TrainingLabels);
        // A straight map has one least loss, and begins at 0, from where it is not far; a net whose units begin alike stays one unit.
        double[] line = Losses([], WeightDraw.Zero), net = Losses([Units], WeightDraw.He);
        if (!line.Concat(net).All(double.IsFinite)) return check.Undecided("One of the two nets answers with numbers that are not finite.");
        var gain = Moments.Of([.. line.Zip(net, (one, other) => one - other)]);
        double chance = SoundLoss.Chance(probe.Data, judged.TrainingLabels);
        double ofLine = line.Average(), ofNet = net.Average();
        string result = $"On {Counted.Rows(judged.TrainingRows)} that were not learnt, a straight map has a loss of "
            + $"{NumberText.Brief(ofLine)}, a net of {Units} hidden units {NumberText.Brief(ofNet)}, "
            + $"and a constant answer {NumberText.Brief(chance)}";
        return gain.Mean > StandardErrors * gain.StandardError && chance - ofLine < Half * (chance - ofNet)
            ? check.Failed($"{result}: this net is a straight map, whatever its weights.", StraightLine(probe.Spec))
            : check.Passed($"{result}.");

        int[] EveryOther(int first) => [.. Enumerable.Range(0, places.Length).Where(at => at % 2 == first)];

        double[] Losses(IReadOnlyList<int> hidden, WeightDraw weights)
        {
            TrainingSpec spec = good with { Net = good.Net with { Hidden = hidden, Initialisation = weights } };
            using DisposeScope scope = torch.NewDisposeScope();
            using SpecTraining training = new(spec, learnt, probe.Seed);
            training.Fit(probe.Cancellation);
            return SoundLoss.OfRows(training, learnt, judged.Training.X, labels);
        }

        TrainingSpec Known(TrainingSpec own)
        {
            TrainingSpec known = KnownGood.Of(own);
            int stepsPerEpoch = (places.Length / 2 - 1) / known.Training.Batch + 1;
            return known with
            {
                Rule = known.Rule with { LearningRate = LearningRate },
                Training = known.Training with
                {
                    Epochs = Math.Max(FewestEpochs, (FewestSteps - 1) / stepsPerEpoch + 1),
                    EarlyStopping = null,
                },
            };
        }
    }

    public static Fault StraightLine(TrainingSpec spec)
    {
        SpecChange change = spec.Net.Hidden.Count == 0
            ? new("net", "hidden", new JsonArray(Units))
            : new("net", "activation", JsonValue.Create(FieldKind.Word(HiddenActivation.Relu)));
        return new("net_is_linear", FaultStage.Capacity, SpecChange.Words([change])) { Tried = [change] };
    }

    /// <summary>Asked of what the net computes, with weights and features large enough that every bend would show:
    /// z((x + x′)/2) is the mean of z(x) and z(x′) for a straight map alone.</summary>
    private static bool IsStraight(StartProbe probe)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = FarOut * SpecData.Standardised(probe.Rows.X), other = X.flip(0);
        NetSpec he = probe.Spec.Net with { Initialisation = WeightDraw.He, InitialBias = 0, Output = OutputActivation.None };
        using SpecNet net = new(he, (int)X.size(1), probe.Data.Outputs, probe.Seed, withDropout: false);
        using (torch.no_grad())
        {
            Tensor z = net.Forward(X, training: false), mean = (z + net.Forward(other, training: false)) / 2;
            double off = (net.Forward((X + other) / 2, training: false) - mean).abs().max().ToDouble();
            return off <= Straight * z.abs().max().ToDouble();
        }
    }
}
