using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>What the net does before its first step.</summary>
internal static class NetChecks
{
    private const double Same = 1e-6;
    private const double Least = 1e-12;
    private const int References = 50;
    private const double Deviations = 4;

    public static CheckResult InputsUsed(StartProbe probe)
    {
        Check check = new("inputs_used", "Outputs depend on the features");
        using DisposeScope scope = torch.NewDisposeScope();
        if (ByFeatures(probe.Fresh.Net, probe.Rows.X) is { } moved)
            return check.Passed($"With every feature at 0, outputs change by up to {NumberText.Brief(moved)}.");
        if (AfterOneStep(probe) is { } later)
        {
            return check.Passed(
                $"The outputs begin as those of a net without features; after one step they change by up to {NumberText.Brief(later)}.");
        }

        return check.Failed("With every feature at 0 the outputs are what they were: nothing of the features comes through.", new(
            "features_do_not_come_through", FaultStage.Initialisation,
            Repair.OfWeights(probe.Spec, "take more units where a layer has very few, or another activation"))
        {
            IsSymptom = true,
        });
    }

    /// <summary>How far outputs move when every feature becomes 0; null for not at all.</summary>
    private static double? ByFeatures(SpecNet net, Tensor X)
    {
        using (torch.no_grad())
        {
            Tensor o = net.Forward(X, training: false);
            double moved = (o - net.Forward(torch.zeros_like(X), training: false)).abs().max().ToDouble();
            return moved > Same * Math.Max(o.abs().max().ToDouble(), Same) ? moved : null;
        }
    }

    // A straight map may well begin at 0: its first step brings the features in.
    private static double? AfterOneStep(StartProbe probe)
    {
        using SpecTraining training = new(probe.Spec, probe.Data, probe.Seed);
        if (!double.IsFinite(training.Source.Differentiate(probe.Rows))) return null;
        using (torch.no_grad())
            training.Rule.Update(training.Net.Parameters, probe.Spec.Rule.UsedLearningRate, probe.Rows);
        return ByFeatures(training.Net, probe.Rows.X);
    }

    public static CheckResult Symmetry(StartProbe probe)
    {
        Check check = new("symmetry", "No two hidden units begin as copies of each other");
        List<string> layers = [];
        foreach (PerceptronLayer layer in probe.Fresh.Net.Perceptron.Layers.SkipLast(1))
        {
            int width = (int)layer.Weight.size(1), inputs = (int)layer.Weight.size(0);
            double[] W = TensorNumbers.Of(layer.Weight), b = TensorNumbers.Of(layer.Bias);
            int different = Enumerable.Range(0, width)
                .Select(unit => (double[])[.. Enumerable.Range(0, inputs).Select(i => W[i * width + unit]), b[unit]])
                .Distinct(new SameNumbers()).Count();
            if (different < width) layers.Add($"{width - different} of {Counted.Of(width, "unit")} of {layer.Name}");
        }

        if (probe.Spec.Net.Hidden.Count == 0) return check.NotRun("The net has no hidden layer.");
        return layers.Count == 0
            ? check.Passed("All units of each hidden layer have weights of their own.")
            : check.Failed($"Copies of other units: {string.Join(", ", layers)}. Copies get the same gradient, and stay copies.", new(
                "symmetric_weights", FaultStage.Initialisation, "draw the weights by chance: net.initialisation he or xavier"));
    }

    public static CheckResult StartLoss(StartProbe probe)
    {
        Check check = new("start_loss", "The first loss is that of a net that knows nothing");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = probe.Rows.X, Z = SpecData.Standardised(X);
        NetSpec he = probe.Spec.Net with { Initialisation = WeightDraw.He, InitialBias = 0 };
        double own = Cost(probe.Fresh.Net, X), chance = Cost(null, X);
        double[] references = [.. Enumerable.Range(0, References).Select(seed => OfSeed(seed, Z))];
        if (!references.All(double.IsFinite))
        {
            return check.Undecided($"The loss of the untrained net is {LossText.Of(own)}; with He weights and standardised features it is "
                + "no finite number, and there is nothing to compare it with.");
        }

        // Losses of small nets are skewed: their logarithms are not.
        var logs = Moments.Of([.. references.Select(one => Math.Log(Math.Max(one, Least)))]);
        double limit = Math.Max(chance, Math.Exp(logs.Mean + Deviations * logs.SampleDeviation!.Value));
        string sizes = $"The loss of the untrained net is {LossText.Of(own)}; "
            + $"all-zero outputs of the last layer cost {LossText.Of(chance)}, "
            + $"and the same net with He weights and standardised features {LossText.Of(references.Min())} to "
            + $"{LossText.Of(references.Max())} in {References} draws";
        if (own <= limit) return check.Passed($"{sizes}.");
        // He weights cost as much on the features as they are, and not on standardised ones: the features are to blame.
        bool isScale = !(OfSeed(0, X) <= limit) && OfSeed(0, Z) <= limit;
        return check.Failed($"{sizes}: the untrained net is sure of answers that it cannot know.", isScale
            ? new("feature_scale", FaultStage.Data, "scale the features: data.scaling standard")
            : new("initial_weights_too_large", FaultStage.Initialisation, "begin with He or Xavier weights: net.initialisation he"));

        double OfSeed(int seed, Tensor rows)
        {
            using SpecNet net = new(he, (int)X.size(1), probe.Data.Outputs,
                Seeds.Of(seed, DrawnFor.Checks), withDropout: false);
            return Cost(net, rows);
        }

        double Cost(SpecNet? net, Tensor rows)
        {
            using DisposeScope inner = torch.NewDisposeScope();
            using (torch.no_grad())
            {
                Tensor o = net is null
                    ? probe.Fresh.Net.Activated(torch.zeros(rows.size(0), probe.Data.Outputs))
                    : net.Forward(rows, training: false);
                return probe.Fresh.Loss.AsMean().Of(o, probe.Rows.y).ToDouble();
            }
        }
    }
}
