using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>The numbers of this project that a person may quote.</summary>
internal static class NetMeasurements
{
    public static Measurements Of(NetFindings findings)
    {
        var measurements = new Measurements();
        AddTest(measurements, findings);
        AddChecks(measurements, findings);
        AddRates(measurements, findings.LearningRates);
        AddFits(measurements, findings.Fits);
        AddSearch(measurements, findings.Search);
        foreach (LatencySample sample in findings.Latency.Samples)
            AddLatency(measurements, sample);
        AddComparisons(measurements, findings.Latency);
        measurements.Add(
            "latency.max_abs_difference", "Largest difference between the two ways to serve",
            findings.Latency.LargestDifference, "",
            "logits of the same rows, float32");
        return measurements;
    }

    private static void AddTest(Measurements measurements, NetFindings findings)
    {
        TestFindings test = findings.Test;
        measurements.Add("test.accuracy", "Accuracy", test.Accuracy, "", "test rows, scored once");
        measurements.Add("test.log_loss", "Log loss", test.LogLoss, "nats per row", "test rows, scored once");
        measurements.Add("test.macro_f1", "Macro F1", test.MacroF1, "", "mean of the classes' F1, test rows, scored once");
        measurements.Add("net.parameters", "Parameters", findings.Final.Net.Parameters.Count, "parameters",
            "weights and biases of the final net");
        measurements.AddTimed("train.steps_per_second", "Speed of training", findings.Final.StepsPerSecond,
            "steps per second",
            $"the final training, all observers and validation passes included; gradients by {Words.Of(findings.Final.Kind)}",
            "the training was finished before the run was resumed");
        measurements.Add("validation.log_loss", "Mean loss on validation rows", findings.Final.ValidationLoss, "nats per row",
            "of the best epoch, chosen for it");
        measurements.Add("validation.accuracy", "Accuracy on validation rows", findings.Final.ValidationAccuracy, "",
            "the rows by which the net was chosen: too optimistic");
    }

    private static void AddChecks(Measurements measurements, NetFindings findings)
    {
        Preflight preflight = findings.Preflight;
        measurements.Add("preflight.initial_loss", "Loss before the first step", preflight.LossAtStart, "nats per row",
            FormattableString.Invariant($"training rows; random guessing has ln C = {preflight.LossOfChance:0.000}"));
        measurements.Add("preflight.by_heart_loss", "Loss on a few memorised rows", preflight.FewLoss, "nats per row",
            $"{preflight.FewRows} training rows, no regularisation");
        measurements.Add("preflight.blind_accuracy", "Accuracy of a net that sees nothing", preflight.BlindAccuracy, "",
            $"every feature set to 0, {preflight.BlindEpochs} epochs, validation rows");
        measurements.Add("preflight.features_gain", "Validation loss saved by the features", preflight.Gain, "nats per row",
            $"every feature set to 0 less features as they are, {preflight.BlindEpochs} epochs each, paired by row");
        measurements.Add(
            "gradient.max_abs_difference", "Largest difference, hand-derived against autograd",
            findings.Sources.Verdict.ToAutograd, "",
            $"a few training rows, float64, {findings.Sources.Verdict.Coordinates.Count} of {findings.Sources.Verdict.Total} coordinates");
        foreach (SourceRun run in findings.Sources.Runs)
        {
            measurements.AddTimed($"gradient.{Words.Of(run.Kind)}.us", $"A gradient by {Words.Of(run.Kind)}",
                run.MicrosecondsPerGradient, "µs",
                $"median of several measurements, one batch of {findings.Final.Recipe.BatchRows} rows");
        }
    }

    private static void AddRates(Measurements measurements, LearningRateFindings rates)
    {
        const string AllDiverged = "every rate diverged";
        string whyNone = rates.RangeTest.WhyNone ?? "the loss never fell";
        measurements.Add(
            "sweep.best_rate", "Learning rate by the sweep", rates.Reading.Recommended, "",
            "lowest mean validation loss over seeds, of the rates whose loss falls steadily", AllDiverged);
        measurements.Add("finder.rate", "Learning rate by the range test", rates.RangeTest.Valley, "",
            "middle of the longest fall, on a logarithmic axis", whyNone);
        measurements.Add("finder.steepest", "Learning rate of the steepest fall", rates.RangeTest.Steepest, "",
            "most negative slope of the smoothed loss against ln η", whyNone);
        measurements.Add("finder.tenth_of_minimum", "A tenth of the learning rate with the lowest loss",
            rates.RangeTest.TenthOfMinimum, "", "range test", whyNone);
    }

    private static void AddSearch(Measurements measurements, SearchFindings? search)
    {
        measurements.Add("search.epochs", "Epochs that the search spent", search?.EpochsSpent, "epochs",
            "over all candidates of both ways, and the recipe before the search", "no search was made");
        measurements.Add("search.best_loss", "Lowest validation loss of a candidate", search?.LowestLoss, "nats per row",
            "the best of many, so too optimistic", "no search was made");
    }

    private static void AddFits(Measurements measurements, FitFindings fits)
    {
        string rows = $"validation minus training loss, {fits.FewRows} training rows";
        measurements.Add("overfit.gap", "Gap of the overfitted net", fits.Overfit.Gap, "nats per row", rows);
        measurements.Add("cured.gap", "Gap of the regularised net", fits.Regularised.Gap, "nats per row", rows);
        measurements.Add("cured.saved", "Validation loss saved by regularisation", fits.Saved, "nats per row",
            "overfitted minus regularised, paired by row");
        measurements.Add("underfit.gap", "Gap of the underfitted net", fits.Underfit.Gap, "nats per row", rows);
        measurements.Add(
            "underfit.training_loss", "Training loss of the underfitted net", fits.Underfit.TrainingLoss,
            "nats per row", $"{fits.FewRows} training rows");
    }

    private static void AddComparisons(Measurements measurements, LatencyFindings latency)
    {
        foreach (int size in LatencyFindings.BatchSizes)
        {
            measurements.AddTimed(
                LatencyFindings.ComparisonId(size),
                $"Time of {latency.Of(LatencyFindings.Plain, size).Subject} over that of "
                + $"{latency.Of(LatencyFindings.Module, size).Subject}",
                latency.PlainOverModule(size), "", "mean service times, paired by round");
        }
    }

    /// <summary>The plain server is the one that would be deployed: it has the short ids.</summary>
    private static void AddLatency(Measurements measurements, LatencySample sample)
    {
        string server = sample.Subject.Server switch
        {
            LatencyFindings.Plain => "",
            LatencyFindings.Prepared => "prepared.",
            _ => "module.",
        };
        string id = $"latency.{server}batch{sample.Subject.BatchSize}";
        foreach (double p in new[] { 0.5, 0.95, 0.99 })
        {
            string name = LatencyPercentile.NameOf(p);
            measurements.AddTimed($"{id}.{name}_us", $"{name} of {sample.Subject}", sample.Percentile(p), "µs", sample.How());
        }
    }
}
