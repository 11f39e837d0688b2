using MlMaths.Torch.Portfolio.CompareRuns.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>What the page says of runs side by side, and what the terminal does.</summary>
internal static class CompareRunsReport
{
    public static ProjectResult Of(ComparedRuns compared)
    {
        Measurements measurements = Measured(compared);
        var report = new Report(
            "Runs side by side", MarkdownText.Escaped(compared.WhatDiffers),
            [
                DifferencesSection.Of(compared), MeasurementsSection.Of(compared), PairsSection.Of(compared), CurvesSection.Of(compared),
            ]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = [.. measurements.Select(one => one.Id)],
            Spoken = CompareRunsLines.Of(compared),
            Documents = [new ResultDocument("comparison.json", CompareRunsDocument.Of(compared))],
        };
    }

    private static Measurements Measured(ComparedRuns compared)
    {
        Measurements measurements = new()
        {
            { "differences", "Options, seed, data and versions that differ", compared.Differences.Count, "", "counted from the manifests" },
        };
        foreach (ComparedPair pair in compared.Pairs.Where(pair => pair.Effect.Gain is not null))
        {
            measurements.Add(
                $"gain.{pair.Second.Letter.ToLowerInvariant()}", $"Gain in {pair.Effect.Measure}, {pair.Name}", pair.Effect.Gain!, "",
                $"paired over {Counted.Of(pair.Effect.Rows, "test row")} of {pair.First.Past.Name} and {pair.Second.Past.Name}; "
                + "positive is better");
        }

        return measurements;
    }
}
