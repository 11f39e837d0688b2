using MlMaths.Torch.Data;
using MlMaths.Torch.NeuralNetDiagnostics.Sections;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class NetReport
{
    public static ProjectResult Of(NetFindings findings)
    {
        Measurements measurements = NetMeasurements.Of(findings);
        (int Row, string Split, double[] Probabilities)[] answers = Answers(findings);
        var report = new Report(
            "A neural net with diagnostics",
            Lead(findings, measurements),
            [
                PreflightSection.Of(findings, measurements),
                LearningRatesSection.Of(findings, measurements),
                FlowSection.Of(findings),
                FitSection.Of(findings, measurements),
                RegularisationSection.Of(findings),
                SearchSection.Of(findings, measurements),
                TrainingSection.Of(findings, measurements),
                SourcesSection.Of(findings, measurements),
                TestSection.Of(findings, measurements),
                LatencySection.Of(findings, measurements),
                NextSection.Of(findings, measurements),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["test.accuracy", "test.macro_f1", "latency.batch1.p95_us"],
            Model = Model(findings),
            Predictions = Predictions.OfOneModel(Scored(findings, answers)),
            Tables = [Probabilities(findings, answers), .. SearchTable(findings.Search)],
            History = [.. Histories(findings).SelectMany(history => history.Rows)],
        };
    }

    private static MarkdownText Lead(NetFindings findings, Measurements measurements) =>
        $"{OneClass(findings)}A net of {measurements["net.parameters"]:value}, {findings.Final.Recipe}, "
        + $"{(findings.Test.IsBetterThanLargestClass ? "tells" : "was trained to tell")} the {findings.Data.Target.Classes.Count} classes "
        + $"of {findings.Data.Rows.TargetName} in *{findings.Data.Rows.Name}* apart. "
        + $"On {findings.Test.Classes.Length} rows that took no part in any choice its accuracy is "
        + $"{measurements["test.accuracy"]}{Beside(findings)}, and it answers one row within "
        + $"{measurements["latency.batch1.p95_us"]} in 95 of 100 calls.";

    /// <summary>A net that gives every row the same class has learnt nothing that its accuracy shows.</summary>
    private static MarkdownText OneClass(NetFindings findings) => findings.Test.OnlyCall is { } call
        ? MarkdownText.Of(
            $"**It predicts one class only: every test row is called {findings.Data.Rows.TargetName} = "
            + $"{findings.Data.Target.Classes[call]}, as without any feature.** ")
        : MarkdownText.Empty;

    /// <summary>An accuracy that the most frequent class alone would have is none of the net's.</summary>
    private static MarkdownText Beside(NetFindings findings) => findings.Test.IsBetterThanLargestClass || findings.Test.OnlyCall is not null
        ? MarkdownText.Empty
        : MarkdownText.Of(
            $" (**not shown to be better than predicting the most frequent class for every row**, which is right "
            + $"for {NumberText.Percent(findings.Test.LargestClass)} of them)");

    private static CvLines Cv(NetFindings findings, Measurements measurements)
    {
        var cv = new CvLines();
        cv.Add(
            $"Trained a neural network of {measurements["net.parameters"]:value} in C# on TorchSharp to an accuracy of "
            + $"{measurements["test.accuracy"]} on held-out rows that were scored once.",
            measurements["test.accuracy"],
            CvRules.NotAbove(measurements["test.accuracy"], findings.Test.LargestClass)
                ?? CvRules.NotBeaten(measurements["test.accuracy"], measurements["preflight.blind_accuracy"]));

        if (findings.Search is not null)
        {
            cv.Add(
                $"Searched its settings on validation rows, by random search and successive halving, "
                + $"within a budget fixed beforehand, of which it spent {measurements["search.epochs"]:value}.");
        }
        cv.Add(
            $"Derived backpropagation by hand and implemented it with tensors and in SIMD C#; "
            + $"the gradient {measurements["gradient.max_abs_difference"]:autograd} in float64.");
        if (measurements["overfit.gap"].Low > 0 && findings.Fits.Cure == FitCure.Cured)
        {
            cv.Add(
                $"Diagnosed overfitting from loss curves, "
                + $"with a gap of {measurements["overfit.gap"]} between validation and training loss, and lowered the "
                + $"validation loss by {measurements["cured.saved"]} with a penalty, dropout and early stopping.");
        }
        else if (measurements["overfit.gap"].Low > 0)
        {
            cv.Add(
                $"Diagnosed overfitting from loss curves, "
                + $"with a gap of {measurements["overfit.gap"]} between validation and training loss.");
        }
        cv.Add(
            $"Measured inference latency with order-statistic intervals: "
            + $"p95 of {measurements["latency.batch1.p95_us"]} for one row in plain C#, "
            + $"{measurements["latency.module.batch1.p95_us"]} through TorchSharp.");
        return cv;
    }

    private static Dictionary<string, object?> Model(NetFindings findings)
    {
        FinalNet final = findings.Final;
        PreparedBatches<ClassTarget> data = findings.Data;
        return new Dictionary<string, object?>
        {
            ["widths"] = final.Net.Widths,
            ["activation"] = final.Recipe.Activation.ToString().ToLowerInvariant(),
            ["rate"] = final.Recipe.LearningRate,
            ["dropout"] = final.Recipe.Dropout,
            ["penalty"] = final.Recipe.Penalty,
            ["classes"] = data.Target.Classes,
            ["columns"] = data.Rows.ColumnNames,
            ["centres"] = data.Scaler.Means,
            ["units"] = data.Scaler.Deviations,
            ["parameters"] = final.Net.Parameters.Slices.ToDictionary(slice => slice.Name, slice => Numbers(final, slice.Name)),
        };
    }

    private static float[] Numbers(FinalNet final, string slice)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return [.. final.Net.Parameters[slice].cpu().contiguous().flatten().data<float>()];
    }

    /// <summary>
    /// Every row, with the probability of the positive class; of more than two classes that of the called one, as one number can say no
    /// more: <see cref="Probabilities"/> has them all.
    /// </summary>
    private static IReadOnlyList<Prediction> Scored(NetFindings findings, (int Row, string Split, double[] Probabilities)[] answers)
    {
        int? positive = findings.PositivePlace;
        return [.. answers.Select(answer => new Prediction(
            answer.Row, answer.Split, null, findings.Data.Rows.Labels[answer.Row],
            positive is { } place ? answer.Probabilities[place] : answer.Probabilities.Max()))];
    }

    /// <summary>Every row, with the probability of each class.</summary>
    private static ResultTable Probabilities(NetFindings findings, (int Row, string Split, double[] Probabilities)[] answers)
    {
        IReadOnlyList<string> classes = findings.Data.Target.Classes;
        return new ResultTable(
            "probabilities.csv", ["row", "split", "target", "called", .. classes.Select(name => $"p_{name}")],
            answers.Select(answer => (IReadOnlyList<object?>)
            [
                answer.Row, answer.Split, findings.Data.Rows.Labels[answer.Row],
                classes[Array.IndexOf(answer.Probabilities, answer.Probabilities.Max())],
                .. answer.Probabilities.Select(p => (object)p),
            ]));
    }

    /// <summary>Every candidate of the search.</summary>
    private static IEnumerable<ResultTable> SearchTable(SearchFindings? search)
    {
        if (search is null)
            yield break;
        (string Way, SearchTrial Trial)[] trials =
            [.. search.Random.Trials.Select(trial => ("random", trial)), .. search.Halving.Trials.Select(trial => ("halving", trial))];
        yield return new ResultTable(
            "search.csv",
            [
                "way", "candidate", .. search.Halving.Space.Axes.Select(axis => axis.Name), "epochs", "validation_loss",
                "ending",
            ],
            trials.Select(one => (IReadOnlyList<object?>)
                [one.Way, one.Trial.Candidate.Index, .. one.Trial.Candidate.Cells, one.Trial.Epochs, one.Trial.Loss, one.Trial.Ending]));
    }

    private static (int Row, string Split, double[] Probabilities)[] Answers(NetFindings findings)
    {
        PreparedBatches<ClassTarget> data = findings.Data;
        (SplitPart Part, Batch Rows)[] parts =
        [
            (data.Split.Training, data.Training), (data.Split.Validation, data.Validation),
            (data.Split.Test, data.Test),
        ];
        return
        [
            .. parts.SelectMany(part => findings.Final.Net.Probabilities(part.Rows.X).Chunk(data.Target.Classes.Count)
                    .Zip(part.Part.Rows, (p, row) => (Row: row, part.Part.Name, p)))
                .OrderBy(answer => answer.Row),
        ];
    }

    private static IEnumerable<TrainingHistory> Histories(NetFindings findings) =>
    [
        findings.Preflight.FewHistory, .. findings.LearningRates.Sweep.Trials.Select(trial => trial.History),
        .. findings.Flow.Nets.Select(net => net.History),
        .. findings.Fits.Trainings.Select(fit => fit.History), .. findings.Sources.Runs.Select(run => run.History), findings.Final.History,
    ];
}
