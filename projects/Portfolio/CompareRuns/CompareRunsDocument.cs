using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>The comparison for another program.</summary>
internal static class CompareRunsDocument
{
    public static object Of(ComparedRuns compared) => new
    {
        compared.WhatDiffers,
        Runs = compared.Runs.Select(run => new { run.Letter, Folder = run.Past.Name, run.Past.Verb, run.Past.StartedAt, run.Past.Command })
            .ToArray(),
        Differences = compared.Differences.Select(one => new { Kind = $"{one.Kind}".ToLowerInvariant(), one.Name, one.Values }).ToArray(),
        Measurements = compared.Measured.Select(one => new
        {
            one.Id,
            one.Values.OfType<Measurement>().First().Label,
            Same = one.IsSame,
            Timed = one.IsTimed,
            Values = one.Values.Select(Numbers).ToArray(),
        }).ToArray(),
        Pairs = compared.Pairs.Select(pair => new
        {
            First = pair.First.Letter,
            Second = pair.Second.Letter,
            pair.Effect.Measure,
            pair.Effect.Rows,
            Gain = pair.Effect.Gain?.Value,
            pair.Effect.Gain?.Low,
            pair.Effect.Gain?.High,
            Confidence = pair.Effect.Gain is { HasEnds: true } gain ? gain.Confidence : (double?)null,
            pair.Verdict,
            pair.Effect.WhyNot,
            pair.Sentence,
        }).ToArray(),
        Curves = compared.Curves.Quantities
            .Select(one => new { one.Training, one.Quantity, Runs = one.Curves.Select(curve => curve.Run).ToArray() }).ToArray(),
    };

    private static object? Numbers(Measurement? one) =>
        one is null ? null : new { one.Value, one.Low, one.High, one.Confidence, one.Unit, one.WhyUndefined };
}
